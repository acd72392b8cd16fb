// SPDX-License-Identifier: Apache-2.0
// Work on a stream of items by several threads whose results come out in the order in which the items went
// in.
#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace kilde::apps {

// `make_worker()` gives each thread its own callable Item -> Out (with its own scratch memory); it must not
// throw. put() and finish() are called by one thread, which is also the one that calls `emit`. At most a few
// items a thread are in flight, so a long stream needs little memory.
template <class Item, class Out>
class OrderedPool {
 public:
  using Worker = std::function<Out(Item)>;

  OrderedPool(unsigned threads, const std::function<Worker()>& make_worker, std::function<void(Out)> emit)
      : emit_(std::move(emit)), room_(std::size_t{4} * threads) {
    if (threads <= 1) {
      inline_ = make_worker();
      return;
    }
    for (unsigned i = 0; i < threads; ++i)
      threads_.emplace_back([this, worker = make_worker()] { work(worker); });
  }
  ~OrderedPool() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    waiting_.notify_all();
  }

  void put(Item item) {
    if (inline_) return emit_(inline_(std::move(item)));
    std::unique_lock lock(mutex_);
    slots_.push_back({std::move(item), std::nullopt});
    waiting_.notify_one();
    while (slots_.size() > room_) emit_first(lock);
  }
  // Waits for what is in flight.
  void finish() {
    std::unique_lock lock(mutex_);
    while (!slots_.empty()) emit_first(lock);
  }

 private:
  struct Slot {
    std::optional<Item> item;  // taken away by the thread that works on it
    std::optional<Out> out;
  };

  void emit_first(std::unique_lock<std::mutex>& lock) {
    done_.wait(lock, [this] { return slots_.front().out.has_value(); });
    Out out = std::move(*slots_.front().out);
    slots_.pop_front();
    --next_;
    lock.unlock();
    emit_(std::move(out));
    lock.lock();
  }

  void work(const Worker& worker) {
    std::unique_lock lock(mutex_);
    while (true) {
      waiting_.wait(lock, [this] { return closed_ || next_ < slots_.size(); });
      if (closed_) return;
      Slot& slot = slots_[next_++];  // a deque does not move its elements when ends grow or shrink
      Item item = std::move(*slot.item);
      lock.unlock();
      Out out = worker(std::move(item));
      lock.lock();
      slot.out = std::move(out);
      done_.notify_one();
    }
  }

  std::function<void(Out)> emit_;
  std::size_t room_;
  Worker inline_;
  std::mutex mutex_;
  std::condition_variable waiting_, done_;
  std::deque<Slot> slots_;  // in the order of the input
  std::size_t next_ = 0;    // first slot that no thread has taken
  bool closed_ = false;
  std::vector<std::jthread> threads_;  // last: they end before what they use
};

}  // namespace kilde::apps

// SPDX-License-Identifier: Apache-2.0
// Structured skip-gram word vectors (one output matrix per relative position), negative sampling, Hogwild threads.
// vectors TEXT OUT dim window negative epochs min_count threads
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace {

struct Settings {
    int dim, window, negative, epochs, min_count, threads;
};

struct Corpus {
    std::vector<std::string> words;
    std::vector<double> counts;
    std::vector<int> ids;  // -1 ends a line
    double total = 0;
};

Corpus read_corpus(const char* path, int min_count) {
    std::unordered_map<std::string, long> counts;
    std::string word, line;
    {
        std::ifstream in(path);
        while (in >> word) ++counts[word];
    }
    std::vector<std::pair<long, std::string>> sorted;
    for (auto& [w, c] : counts)
        if (c >= min_count) sorted.push_back({-c, w});
    std::sort(sorted.begin(), sorted.end());
    Corpus corpus;
    std::unordered_map<std::string, int> index;
    for (auto& [c, w] : sorted) {
        index[w] = static_cast<int>(corpus.words.size());
        corpus.words.push_back(w);
        corpus.counts.push_back(static_cast<double>(-c));
        corpus.total += static_cast<double>(-c);
    }
    std::ifstream in(path);
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        while (fields >> word)
            if (auto found = index.find(word); found != index.end()) corpus.ids.push_back(found->second);
        corpus.ids.push_back(-1);
    }
    return corpus;
}

struct Trainer {
    const Corpus& corpus;
    Settings settings;
    std::vector<float> in, out;
    std::vector<int> table;

    Trainer(const Corpus& c, Settings s) : corpus(c), settings(s) {
        std::mt19937 random(11);
        std::uniform_real_distribution<float> uniform(-0.5F, 0.5F);
        auto size = c.words.size() * static_cast<std::size_t>(s.dim);
        in.resize(size);
        for (auto& v : in) v = uniform(random) / static_cast<float>(s.dim);
        out.assign(size * static_cast<std::size_t>(2 * s.window), 0.0F);
        double sum = 0, run = 0;
        for (double n : c.counts) sum += std::pow(n, 0.75);
        const int slots = 20'000'000;
        int word = 0;
        for (int i = 0; i < slots; ++i) {
            table.push_back(word);
            if (i > (run + std::pow(c.counts[static_cast<std::size_t>(word)], 0.75)) / sum * slots &&
                word + 1 < static_cast<int>(c.counts.size()))
                run += std::pow(c.counts[static_cast<std::size_t>(word++)], 0.75);
        }
    }

    void pair(int word, int context, int slot, float rate, std::mt19937& random, std::vector<float>& grad) {
        const int dim = settings.dim;
        float* v = &in[static_cast<std::size_t>(word) * static_cast<std::size_t>(dim)];
        std::fill(grad.begin(), grad.end(), 0.0F);
        for (int n = 0; n <= settings.negative; ++n) {
            int target = n == 0 ? context : table[random() % table.size()];
            if (n > 0 && target == context) continue;
            float* u = &out[(static_cast<std::size_t>(target) * static_cast<std::size_t>(2 * settings.window) +
                             static_cast<std::size_t>(slot)) * static_cast<std::size_t>(dim)];
            float dot = 0;
            for (int d = 0; d < dim; ++d) dot += v[d] * u[d];
            float g = rate * ((n == 0 ? 1.0F : 0.0F) - 1.0F / (1.0F + std::exp(-dot)));
            for (int d = 0; d < dim; ++d) {
                grad[static_cast<std::size_t>(d)] += g * u[d];
                u[d] += g * v[d];
            }
        }
        for (int d = 0; d < dim; ++d) v[d] += grad[static_cast<std::size_t>(d)];
    }

    void sentence(const std::vector<int>& ids, float rate, std::mt19937& random, std::vector<float>& grad) {
        const int n = static_cast<int>(ids.size());
        for (int i = 0; i < n; ++i)
            for (int o = -settings.window; o <= settings.window; ++o) {
                if (o == 0 || i + o < 0 || i + o >= n) continue;
                pair(ids[static_cast<std::size_t>(i)], ids[static_cast<std::size_t>(i + o)],
                     o < 0 ? o + settings.window : o + settings.window - 1, rate, random, grad);
            }
    }

    void work(int thread) {
        std::mt19937 random(static_cast<unsigned>(thread) + 100U);
        std::uniform_real_distribution<double> uniform(0, 1);
        std::vector<float> grad(static_cast<std::size_t>(settings.dim));
        std::vector<int> ids;
        const std::size_t share = corpus.ids.size() / static_cast<std::size_t>(settings.threads);
        for (int epoch = 0; epoch < settings.epochs; ++epoch) {
            for (std::size_t i = 0; i < share; ++i) {
                int id = corpus.ids[share * static_cast<std::size_t>(thread) + i];
                if (id >= 0) {
                    double f = corpus.counts[static_cast<std::size_t>(id)] / corpus.total;
                    if (uniform(random) < std::sqrt(2e-4 / f) + 2e-4 / f) ids.push_back(id);
                    continue;
                }
                double done = (epoch + static_cast<double>(i) / static_cast<double>(share)) / settings.epochs;
                sentence(ids, static_cast<float>(0.03 * std::max(0.01, 1 - done)), random, grad);
                ids.clear();
            }
            if (thread == 0) std::cerr << "epoch " << epoch << std::endl;
        }
    }
};

}  // namespace

int main(int argc, char** argv) {
    if (argc != 9) return 2;
    Settings s{std::atoi(argv[3]), std::atoi(argv[4]), std::atoi(argv[5]),
               std::atoi(argv[6]), std::atoi(argv[7]), std::atoi(argv[8])};
    Corpus corpus = read_corpus(argv[1], s.min_count);
    std::cerr << corpus.words.size() << " words, " << corpus.ids.size() << " tokens" << std::endl;
    Trainer trainer(corpus, s);
    std::vector<std::thread> threads;
    for (int t = 0; t < s.threads; ++t) threads.emplace_back([&, t] { trainer.work(t); });
    for (auto& t : threads) t.join();
    std::ofstream out(argv[2]);
    out << corpus.words.size() << ' ' << s.dim << '\n';
    for (std::size_t w = 0; w < corpus.words.size(); ++w) {
        out << corpus.words[w];
        for (int d = 0; d < s.dim; ++d) out << ' ' << trainer.in[w * static_cast<std::size_t>(s.dim) + static_cast<std::size_t>(d)];
        out << '\n';
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "serve/server.h"

#include <httplib.h>

#include <charconv>
#include <nlohmann/json.hpp>

#include "base/faults.h"
#include "base/utf8.h"
#include "serve/pages.h"
#include "text/date.h"
#include "write/html.h"

namespace kilde::serve {
namespace {

using httplib::Request;
using httplib::Response;
using Json = nlohmann::json;

constexpr std::size_t kLongestRequest = std::size_t{1} << 20;  // bytes; a long article is a tenth of it
constexpr std::size_t kLongestText = std::size_t{256}
                                     << 10;  // read while the browser waits: seconds, not minutes
constexpr int kSecondsToSend = 10;
constexpr std::size_t kThreads = 4;

constexpr const char* kPolicy =
    "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'";

void give_html(Response& response, const std::string& html) {
  response.set_content(html, "text/html; charset=utf-8");
}
void give_json(Response& response, const std::string& json) {
  response.set_content(json, "application/json");
}

std::string fault_json(std::string_view code, const std::string& message) {
  return Json{{"error", {{"code", code}, {"message", message}}}}.dump(-1, ' ', false,
                                                                      Json::error_handler_t::replace);
}

bool wants_json(const Request& request) {
  return request.path.starts_with("/api/") && !request.is_multipart_form_data();
}

// The host without its port, as the browser names it.
bool is_this_machine(const std::string& host) {
  const std::string name = host.substr(0, host.find(':', host.starts_with('[') ? host.find(']') : 0));
  return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

// Depth is bounded by the size of the request; nlohmann's parser does not recurse.
base::Result<doc::SourceText> article_of_json(const std::string& body) {
  const Json object = Json::parse(body, nullptr, false);
  const auto bad = [](const char* message) { return base::Error{base::Fault::kInput, message, ""}; };
  if (!object.is_object()) return bad("the body is not a JSON object");
  const auto field = [&](const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  doc::SourceText source;
  source.text = field("text");
  source.language = field("language");
  source.id = field("id");
  if (auto title = field("title"); !title.empty()) source.title = title;
  if (auto outlet = field("outlet"); !outlet.empty()) source.outlet = outlet;
  if (auto url = field("url"); !url.empty()) source.url = url;
  text::set_published(source, field("published"));
  return source;
}

doc::SourceText article_of_form(const Request& request) {
  const auto field = [&](const char* key) { return request.get_file_value(key).content; };
  doc::SourceText source;
  for (const char c : field("text")) {
    if (c != '\r') source.text += c;  // browsers send lines with CR LF
  }
  source.language = field("language");
  if (auto title = field("title"); !title.empty()) source.title = title;
  if (auto outlet = field("outlet"); !outlet.empty()) source.outlet = outlet;
  text::set_published(source, field("published"));
  return source;
}

base::Result<doc::SourceText> checked(base::Result<doc::SourceText> article) {
  if (!article) return article;
  const std::string& text = article->text;
  const char* fault = nullptr;
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) fault = "there is no text";
  if (text.size() > kLongestText) fault = "the text is longer than 256 KiB";
  if (base::first_invalid_utf8(text) != std::string::npos) fault = "the text is not UTF-8";
  if (fault != nullptr) return base::Error{base::Fault::kInput, fault, ""};
  if (article->id.empty()) article->id = "text";
  return article;
}

}  // namespace

struct Server::State {
  const reader::Library& library;
  Shelf shelf;
  write::Labels danish, english;
  httplib::Server http;

  State(const reader::Library& l, std::vector<Shelved> articles, const pack::Pack& pack)
      : library(l), shelf(std::move(articles)), danish(pack, "da"), english(pack, "en") {
    limit();
    guard();
    route();
  }

  // What was asked for with ?lang=, else last time, else what the browser prefers of the two.
  const write::Labels& labels(const Request& request) const {
    const std::string cookie = request.get_header_value("Cookie");
    const std::string asked = request.get_param_value("lang");
    if (asked == "da" || (asked != "en" && cookie.find("lang=da") != std::string::npos)) return danish;
    if (asked == "en" || cookie.find("lang=en") != std::string::npos) return english;
    const std::string accepted = request.get_header_value("Accept-Language");
    const std::size_t da = accepted.find("da"), en = accepted.find("en");
    return da <= en && da != std::string::npos ? danish : english;
  }

  void limit() {
    http.set_payload_max_length(kLongestRequest);
    http.set_read_timeout(kSecondsToSend);
    http.set_write_timeout(kSecondsToSend);
    http.new_task_queue = [] { return new httplib::ThreadPool(kThreads); };
  }

  void guard() {
    http.set_default_headers({{"Content-Security-Policy", kPolicy},
                              {"X-Content-Type-Options", "nosniff"},
                              {"Referrer-Policy", "no-referrer"},
                              {"Cross-Origin-Resource-Policy", "same-origin"}});
    http.set_pre_routing_handler([](const Request& request, Response& response) {
      if (is_this_machine(request.get_header_value("Host")))
        return httplib::Server::HandlerResponse::Unhandled;
      response.status = 421;
      give_json(response, fault_json("wrong_host", "this server answers only for 127.0.0.1 and localhost"));
      return httplib::Server::HandlerResponse::Handled;
    });
    http.set_error_handler([this](const Request& request, Response& response) {
      if (!response.body.empty()) return;
      if (wants_json(request)) {
        const bool large = response.status == 413;
        give_json(response, large ? fault_json("too_large", "a request may have 1 MiB")
                                  : fault_json("not_found", "there is nothing at this address"));
      } else {
        give_html(response, fault_page(std::string(labels(request)["page.missing"]), labels(request)));
      }
    });
  }

  void route() {
    http.Get("/", [this](const Request& request, Response& response) {
      remember(request, response);
      give_html(response, front_page(shelf, labels(request)));
    });
    http.Get("/kilde.css", [](const Request&, Response& response) {
      response.set_content(std::string(write::style_sheet()), "text/css; charset=utf-8");
    });
    http.Get(R"(/articles/(\d{1,9}))", [this](const Request& request, Response& response) {
      remember(request, response);
      const std::size_t index = index_of(request);
      if (index >= shelf.size()) return missing(response);
      give_html(response, article_page(shelf[index].reading, index, labels(request)));
    });
    http.Get("/api/v1/articles",
             [this](const Request&, Response& response) { give_json(response, list_json()); });
    http.Get(R"(/api/v1/articles/(\d{1,9}))", [this](const Request& request, Response& response) {
      const std::size_t index = index_of(request);
      if (index >= shelf.size()) return missing(response);
      give_json(response, write::document(shelf[index].reading, shelf[index].origin));
    });
    http.Post("/api/v1/read",
              [this](const Request& request, Response& response) { read(request, response); });
  }

  static void missing(Response& response) { response.status = 404; }

  static void remember(const Request& request, Response& response) {
    const std::string asked = request.get_param_value("lang");
    if (asked == "da" || asked == "en") {
      response.set_header("Set-Cookie",
                          "lang=" + asked + "; Path=/; SameSite=Strict; HttpOnly; Max-Age=31536000");
    }
  }

  static std::size_t index_of(const Request& request) {
    const std::string digits = request.matches[1];
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number - 1;  // 0 becomes the largest number there is, which no shelf holds
  }

  std::string list_json() const {
    Json list = Json::array();
    for (std::size_t i = 0; i < shelf.size(); ++i) {
      const doc::SourceText& source = shelf[i].reading.source;
      list.push_back({{"number", i + 1},
                      {"id", source.id},
                      {"outlet", source.outlet ? Json(*source.outlet) : Json()},
                      {"published", source.published ? Json(*source.published) : Json()},
                      {"title", source.title ? Json(*source.title) : Json()},
                      {"language", source.language},
                      {"statements", shelf[i].reading.statements.size()},
                      {"document", "/api/v1/articles/" + std::to_string(i + 1)}});
    }
    return Json{{"articles", list}}.dump(-1, ' ', false, Json::error_handler_t::replace);
  }

  // A JSON body is answered with a kilde/1 document, the page's form with a page.
  void read(const Request& request, Response& response) {
    const bool form = request.is_multipart_form_data();
    auto article = checked(form ? article_of_form(request) : article_of_json(request.body));
    reader::LibraryReader reader(library);
    auto reading =
        article ? reader.read(std::move(article).value()) : base::Result<doc::Reading>(article.error());
    if (!reading) return refuse(request, response, reading.error());
    if (form) return give_html(response, article_page(*reading, std::string::npos, labels(request)));
    const auto language = library.language(reading->source.language);
    give_json(response,
              write::document(*reading, {(*language)->pack().digest(), (*language)->model().digest()}));
  }

  void refuse(const Request& request, Response& response, const base::Error& error) const {
    const base::FaultMeaning& meaning = base::meaning(error.fault);
    response.status = meaning.http_status;
    if (wants_json(request)) return give_json(response, fault_json(meaning.name, error.what()));
    give_html(response,
              fault_page(std::string(labels(request)["page.fault"]) + ": " + error.what(), labels(request)));
  }
};

Server::Server(std::unique_ptr<State> state) : state_(std::move(state)) {}
Server::Server(Server&&) noexcept = default;
Server::~Server() = default;

base::Result<Server> Server::make(const reader::Library& library, std::vector<Shelved> articles) {
  const reader::Language* any = nullptr;
  for (const auto& name : library.languages()) {
    const auto language = library.language(name);
    if (!language) return language.error();
    any = *language;
  }
  if (any == nullptr) return base::Error{base::Fault::kPack, "there is no language pack", ""};
  return Server(std::make_unique<State>(library, std::move(articles), any->pack()));
}

base::Result<int> Server::bind(int first, int last) {
  for (int port = first; port <= last; ++port) {
    if (port == 0) return state_->http.bind_to_any_port("127.0.0.1");
    if (state_->http.bind_to_port("127.0.0.1", port)) return port;
  }
  return base::Error{base::Fault::kIo, "the port is taken", "127.0.0.1:" + std::to_string(first)};
}

void Server::run() {
  state_->http.listen_after_bind();
}
void Server::stop() {
  state_->http.stop();
}

}  // namespace kilde::serve

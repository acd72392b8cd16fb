// SPDX-License-Identifier: Apache-2.0
// The local page as a browser meets it: a real server, real sockets.
#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "serve/server.h"

namespace kilde::serve {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// One request over a connection of its own; the whole answer, or "" when the server sent none.
std::string answer_of(int port, const std::string& request) {
  const int s = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (connect(s, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    send(s, request.data(), request.size(), MSG_NOSIGNAL);
    char block[4096];
    for (ssize_t n = 0; (n = recv(s, block, sizeof block, 0)) > 0;)
      answer.append(block, static_cast<std::size_t>(n));
  }
  close(s);
  return answer;
}

class Page : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    library_ = new reader::Library(KILDE_SOURCE_DIR);
    reader::LibraryReader reader(*library_);
    doc::SourceText source;
    source.id = "n1";
    source.language = "da";
    source.outlet = "Kystposten";
    source.title = "Minister <b>rejser</b>";
    source.published = "2025-03-11";
    source.date = doc::Date{2025, 3, 11};
    source.text = "Minister Pelle Åkrog besøgte mandag Sverige.";
    auto older = source;
    older.title = "Ældre";
    older.published = "2025-03-10";
    std::vector<Shelved> articles;
    for (const auto& article : {older, source}) articles.push_back({reader.read(article).value(), {}});
    server_ = new Server(Server::make(*library_, std::move(articles)).value());
    port_ = *server_->bind(0, 0);
    thread_ = new std::jthread([] { server_->run(); });
  }
  static void TearDownTestSuite() {
    server_->stop();
    delete thread_;  // waits for it
    delete server_;
    delete library_;
  }

  static std::string get(const std::string& path, const std::string& headers = "Host: localhost\r\n") {
    return answer_of(port_, "GET " + path + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n");
  }
  static std::string post(const std::string& type, const std::string& body) {
    return answer_of(
        port_, "POST /api/v1/read HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Type: " + type +
                   "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  }
  static json body_of(const std::string& answer) {
    return json::parse(answer.substr(answer.find("\r\n\r\n") + 4));
  }

  static inline reader::Library* library_ = nullptr;
  static inline Server* server_ = nullptr;
  static inline std::jthread* thread_ = nullptr;
  static inline int port_ = 0;
};

TEST_F(Page, ListsArticlesNewestFirstAndEscapesThem) {
  const std::string page = get("/");
  EXPECT_THAT(page, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(page, HasSubstr("Minister &lt;b&gt;rejser&lt;/b&gt;"));
  EXPECT_LT(page.find("rejser"), page.find("Ældre"));
  EXPECT_THAT(page, HasSubstr("Content-Security-Policy: default-src 'none'"));
}

TEST_F(Page, SpeaksDanishAndEnglish) {
  EXPECT_THAT(get("/"), HasSubstr("<html lang=\"en\">"));
  EXPECT_THAT(get("/", "Host: localhost\r\nAccept-Language: da-DK,da;q=0.9,en;q=0.5\r\n"),
              HasSubstr("<html lang=\"da\">"));
  const std::string asked = get("/?lang=da");
  EXPECT_THAT(asked, HasSubstr("<html lang=\"da\">"));
  EXPECT_THAT(asked, HasSubstr("Set-Cookie: lang=da"));
  EXPECT_THAT(get("/", "Host: localhost\r\nCookie: lang=da\r\n"), HasSubstr("<html lang=\"da\">"));
}

TEST_F(Page, AnswersOnlyForThisMachine) {
  for (const char* host :
       {"evil.example", "evil.example:80", "127.0.0.1.evil.example", "localhost.evil.example", ""}) {
    EXPECT_THAT(get("/", std::string("Host: ") + host + "\r\n"), StartsWith("HTTP/1.1 421")) << host;
  }
  for (const char* host : {"127.0.0.1", "127.0.0.1:8787", "localhost:8787", "[::1]:8787"}) {
    EXPECT_THAT(get("/", std::string("Host: ") + host + "\r\n"), StartsWith("HTTP/1.1 200")) << host;
  }
}

TEST_F(Page, ShowsAnArticleAndItsDocument) {
  const std::string page = get("/articles/1");
  EXPECT_THAT(page, HasSubstr("<article class=\"article\" lang=\"da\">"));
  EXPECT_THAT(page, HasSubstr("class=\"card\""));
  const json document = body_of(get("/api/v1/articles/1"));
  EXPECT_EQ(document["format"], "kilde/1");
  const json list = body_of(get("/api/v1/articles"));
  EXPECT_EQ(list["articles"].size(), 2U);
  EXPECT_EQ(list["articles"][1]["document"], "/api/v1/articles/2");
}

TEST_F(Page, HasNothingElsewhere) {
  for (const char* path :
       {"/articles/0", "/articles/3", "/articles/99999999999", "/api/v1/articles/9", "/../README.md"}) {
    EXPECT_THAT(get(path), StartsWith("HTTP/1.1 404")) << path;
  }
  EXPECT_EQ(body_of(get("/api/v1/nothing"))["error"]["code"], "not_found");
}

TEST_F(Page, ReadsATextThatIsPosted) {
  const json document = body_of(
      post("application/json",
           R"({"text": "Ministeren besøgte mandag Sverige.", "language": "da", "published": "2025-03-12"})"));
  EXPECT_EQ(document["format"], "kilde/1");
  EXPECT_EQ(document["times"][0]["value"], "2025-03-10");
  EXPECT_FALSE(document["model"].is_null());
}

TEST_F(Page, ReadsTheFormAndAnswersWithAPage) {
  const std::string form =
      "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n<i>Hun</i> besøgte Sverige.\r\n\r\nHan "
      "kom.\r\n"
      "--x\r\nContent-Disposition: form-data; name=\"language\"\r\n\r\nda\r\n--x--\r\n";
  const std::string page = post("multipart/form-data; boundary=x", form);
  EXPECT_THAT(page, StartsWith("HTTP/1.1 200"));
  EXPECT_THAT(page, HasSubstr("&lt;i&gt;Hun"));
  EXPECT_THAT(page, Not(HasSubstr("<i>")));
  EXPECT_THAT(
      page,
      HasSubstr("<p>Han kom.</p>"));  // an empty line parts paragraphs, however the browser ends its lines
}

TEST_F(Page, RefusesWhatItCannotRead) {
  for (const char* body :
       {"", "[]", "{", "{\"text\": \"\"}", "{\"text\": 1}", "{\"text\": \"Hej.\", \"language\": \"tlh\"}"}) {
    const std::string answer = post("application/json", body);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 422")) << body;
    EXPECT_EQ(body_of(answer)["error"]["code"], "bad_input") << body;
  }
  EXPECT_THAT(post("application/json", "{\"text\": \"" + std::string(300 << 10, 'a') + "\"}"),
              StartsWith("HTTP/1.1 422"));
  EXPECT_THAT(post("application/json", std::string(200000, '[')), StartsWith("HTTP/1.1 422"));
}

}  // namespace
}  // namespace kilde::serve

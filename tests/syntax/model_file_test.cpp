// SPDX-License-Identifier: Apache-2.0
// Damaged and foreign model files give an error that names the file, never a crash.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "syntax/model.h"

namespace kilde::syntax {
namespace {

using testing::HasSubstr;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class ModelFileTest : public testing::Test {
 protected:
  std::string good = bytes_of(std::string(KILDE_SOURCE_DIR) + "/lang/en/syntax.model");
  std::filesystem::path path = std::filesystem::path(testing::TempDir()) /
                               (std::string("kilde_") + testing::UnitTest::GetInstance()->current_test_info()->name());

  std::string fault_of(const std::string& bytes) {
    std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const auto model = Model::load(path);
    std::filesystem::remove(path);
    return model.ok() ? "" : model.error().what();
  }
};

TEST_F(ModelFileTest, GoodOneLoads) { EXPECT_EQ(fault_of(good), ""); }

TEST_F(ModelFileTest, MissingFileIsNamed) {
  const auto model = Model::load(path);
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().fault, base::Fault::kIo);
  EXPECT_THAT(model.error().what(), HasSubstr(path.string()));
}

TEST_F(ModelFileTest, EveryCutIsNoticed) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{31}, std::size_t{32}, good.size() / 2, good.size() - 1})
    EXPECT_NE(fault_of(good.substr(0, size)), "") << size;
}

TEST_F(ModelFileTest, OtherContentsAreNoticed) {
  EXPECT_THAT(fault_of(std::string(4096, 'x')), HasSubstr("not a syntax model"));
  std::string newer = good;
  newer[8] = 99;
  EXPECT_THAT(fault_of(newer), HasSubstr("model format 99"));
}

TEST_F(ModelFileTest, OneFlippedBitIsNoticed) {
  for (const std::size_t at : {std::size_t{40}, good.size() / 3, good.size() - 100}) {
    std::string damaged = good;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    EXPECT_THAT(fault_of(damaged), HasSubstr("damaged")) << at;
  }
}

}  // namespace
}  // namespace kilde::syntax

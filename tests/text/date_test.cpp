// SPDX-License-Identifier: Apache-2.0
#include "text/date.h"

#include <gtest/gtest.h>

namespace kilde::text {
namespace {

TEST(Published, ReadsTheFormsOutletsUse) {
  struct Case {
    std::string_view text, iso;
    doc::Date date;
  };
  for (const auto& [text, iso, date] : {
           Case{"2024-03-20", "2024-03-20", {2024, 3, 20}},
           Case{"2024-03-20T08:30:00+01:00", "2024-03-20T08:30:00+01:00", {2024, 3, 20}},
           Case{"2024-02-29 23:59Z", "2024-02-29 23:59Z", {2024, 2, 29}},
           Case{"2024-03-20T08:30:15.250+0100", "2024-03-20T08:30:15.250+0100", {2024, 3, 20}},
           Case{"Wed, 20 Mar 2024 08:30:00 +0100", "2024-03-20T08:30:00+01:00", {2024, 3, 20}},
           Case{"5 Jan 99 07:05 GMT", "1999-01-05T07:05Z", {1999, 1, 5}},
           Case{"20 Mar 2024", "2024-03-20", {2024, 3, 20}},
       }) {
    const auto found = parse_published(text);
    ASSERT_TRUE(found) << text;
    EXPECT_EQ(found->iso, iso);
    EXPECT_EQ(found->date, date) << text;
  }
}

TEST(Published, RefusesWhatIsNoDay) {
  for (const std::string_view text :
       {"", "i går", "2023-02-29", "2024-13-01", "2024-3-5", "20240320", "2024-03-20T25:00", "2024-03-20X",
        "2024-03-20T08:30+1", "Wed, 31 Apr 2024", "20. marts 2024", "99999-01-01", "0000-00-00"}) {
    EXPECT_FALSE(parse_published(text)) << text;
  }
}

}  // namespace
}  // namespace kilde::text

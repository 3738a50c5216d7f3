#pragma once
// Planted: nothing leads to <vector>, nor to the header of Weary.
#include <string>

struct Lonely {
  std::vector<int> numbers;  // std::string is here
  Weary* friend_of = nullptr;
};

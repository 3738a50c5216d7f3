#pragma once
// The part of knowledge.h that is about workshops: rooms, rounds, goals and scores.
#include "attacker/knowledge.h"

namespace nest::attacker {

/// "before/hands/hands-a-0/", to put a counter's name behind.
std::string item_name(const ItemKey& key);

void know_rooms(Knowledge& known);
/// One topic: its forms and orders, its goals, and the questions of both rounds.
void know_rounds(Knowledge& known, const Figures& figures, const std::string& pack);

}  // namespace nest::attacker

// The visible list of recognisers: one file each, one row in recognisers(). A recogniser adds what it finds; overlaps
// are settled afterwards by strength.
#pragma once

#include <string_view>
#include <vector>

#include "redaction/detect/mention.h"
#include "redaction/detect/name_chain.h"
#include "redaction/detect/strangers.h"

namespace redaction::detect {

struct Reading {  // one fragment while it is being read
    const TextView& view;
    const People& people;
    const NameContext& names;
    Strangers& strangers;
    std::vector<Mention> found;
    std::vector<std::pair<std::size_t, std::string>> anchors;  // where people are named, by start; kept for owners.h
};

struct Recogniser {
    std::string_view name;
    void (*run)(Reading&);
};

const std::vector<Recogniser>& recognisers();

void findNames(Reading&);
void findInitials(Reading&);
void findRoles(Reading&);
void findNumbers(Reading&);
void findScreenNames(Reading&);
void findDates(Reading&);
void findAddresses(Reading&);
void findKnownValues(Reading&);
void findLabelled(Reading&);
void findPlaces(Reading&);
void findCategories(Reading&);
void findUnexplained(Reading&);  // asks what the others left

}  // namespace redaction::detect

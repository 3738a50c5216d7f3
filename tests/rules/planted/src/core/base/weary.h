#pragma once

struct Weary {};

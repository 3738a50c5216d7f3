#pragma once
// A list of questions with their answers to tap, on as many pages as it needs: most screens of the
// adult area are nothing else. Not here: what the rows are (screens_*).
#include <string>
#include <vector>

#include "core/adult/parts.h"

namespace nest {

struct ListingRow {
  std::string label;  ///< at the left; empty: the picks have the whole width
  std::vector<Pick> picks;
};

struct Listing {
  std::string title;
  std::string back;     ///< target of the way back; empty: none
  std::string intro{};  ///< one sentence above the rows
  std::vector<ListingRow> rows{};
  std::string picture{};        ///< fills what the rows leave free
  std::vector<Pick> actions{};  ///< the last one is what the screen is for
};

/// Draws page `page` (the last one if there are fewer).
void draw_listing(Frame& frame, const AdultView& view, const Listing& listing, std::size_t page);

/// A screen that is a listing. It turns the pages itself.
class ListingScreen : public AdultScreen {
 public:
  void draw(Frame& frame, const AdultView& view) const override;
  void tap(std::string_view target, AdultDesk& desk) final;

 protected:
  virtual Listing listing(const AdultView& view) const = 0;
  virtual void choose(std::string_view target, AdultDesk& desk) = 0;

 private:
  std::size_t page_ = 0;
};

/// "−", the value, "+": targets "NAME/less" and "NAME/more".
std::vector<Pick> stepper(const std::string& name, const std::string& value);
/// Yes and no: targets "NAME/yes" and "NAME/no".
std::vector<Pick> yes_no(const AdultView& view, const std::string& name, std::optional<bool> now);

/// The rows that the wizard and the settings share, and what their targets do.
std::vector<ListingRow> language_rows(const AdultView& view);
void choose_language(std::string_view target, AdultDesk& desk);
ListingRow volume_row(const AdultView& view);
void choose_volume(std::string_view target, AdultDesk& desk);

}  // namespace nest

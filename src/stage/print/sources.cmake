target_sources(print PRIVATE
  stage/print/card_sheet.cpp
  stage/print/paper.cpp
)

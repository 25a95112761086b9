#pragma once

#include <string>
#include <vector>

#include "tools/corpus/flow.h"
#include "tools/corpus/rich_text.h"
#include "tools/corpus/source_text.h"
#include "tools/corpus/truth_keeper.h"

namespace diarium::corpus {

/// A paragraph, heading, list item or labelled field that is ready to be set.
struct Lettering {
  RichText text;
  TextLook look;
  double indent = 0;         ///< of the text from the left margin
  RichText marker;           ///< "1.", "Plats och tid": left of the text, on its first line
  double marker_indent = 0;  ///< of the marker from the left margin
  TextLook marker_look;
  std::vector<WaitingNote> notes;
  double keep_below = 0;  ///< points that must follow on the same page
};

SetText set_lettering(Flow& flow, Lettering lettering);

/// ".columns at=0,140,300": cells by "|"; read column by column. Kept on one page.
std::vector<SetText> set_columns(Flow& flow, const Block& block, const Directive& columns);

/// ".signatures columns=2": "Name (P) | Role | Body" a line; each with marks `name` and `role`.
std::vector<SetText> set_signatures(Flow& flow, const Block& block, const Directive& signatures);

/// ".stamp x=380 y=240 angle=-6": lines in a slanted box, wherever the text stands.
std::vector<SetText> set_stamp(Flow& flow, const Block& block, const Directive& stamp);

/// A table as set: its record without pages, and its cells' texts.
struct SetTable {
  TableRecord record;
  std::vector<SetText> cells;
  Place place;
};

/// ".table rules=grid|half|none widths=40,20,20 ...": README, Tables. Rows break over pages.
SetTable set_table(Flow& flow, const Block& block, const Directive& table);

struct SetFlowchart {
  FlowchartRecord record;
  std::vector<SetText> texts;
  Place place;
};

/// ".flowchart width=460 height=500": boxes and arrows; README, Flowcharts. Kept on one page.
SetFlowchart set_flowchart(Flow& flow, const Block& block, const Directive& flowchart);

/// "1,2.5,3" as numbers.
std::vector<double> numbers_of(const std::string& list);

}  // namespace diarium::corpus

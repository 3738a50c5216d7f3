#include "support/faulty_disk.h"

namespace nest::test {

void FaultyDisk::fail(Call call, int error, int nth, bool for_ever) {
  call_ = call;
  error_ = error;
  nth_ = nth;
  for_ever_ = for_ever;
  calls_ = 0;
  armed_ = true;
}

int FaultyDisk::refuse(DiskCall call) {
  if (!armed_ || call_ != call) return 0;
  const int now = ++calls_;
  if (now < nth_ || (now > nth_ && !for_ever_)) return 0;
  ++failures_;
  return error_;
}

}  // namespace nest::test

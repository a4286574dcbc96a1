package org.certassist.keys.matrix;

/// Something that goes wrong in one function during one step of the work.
record Case(Place place, Behaviour behaviour) {
  /// A function as one step of the work calls it.
  ///
  /// @param nth the call in which it goes wrong, counted from the beginning of the step
  /// @param afterThePin the function is called before the PIN is sent too, and this is not that
  ///   call
  record Place(Work work, String function, int nth, boolean afterThePin) {}

  Work work() {
    return place.work();
  }

  String function() {
    return place.function();
  }
}

package org.certassist.keys.matrix;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.certassist.keys.matrix.Behaviour.Kind;
import org.certassist.keys.matrix.Case.Place;

/// Every function that the program calls, crossed with what can go wrong in it.
///
/// Which functions a step calls is not written down here: it is what the step was seen to call.
final class Matrix {
  /// What stands for all codes where the JDK's provider makes the same of each.
  private static final Set<String> SOME_CODES =
      Set.of("CKR_GENERAL_ERROR", "CKR_DEVICE_ERROR", "CKR_DEVICE_REMOVED", "0x80000123");

  private static final Set<String> PASSED_ON = Set.of("C_SignInit", "C_Sign");

  /// So far apart in their lists are the behaviours that two neighbouring places get.
  private static final int STRIDE = 7;

  private final Map<Work, List<String>> calls;

  /// @param calls what each step calls, in order
  Matrix(Map<Work, List<String>> calls) {
    this.calls = new EnumMap<>(calls);
  }

  List<Case> all() {
    List<Case> cases = new ArrayList<>();
    calls.forEach((work, trace) -> {
      for (Place place : places(work, trace)) {
        behaviours(place).forEach(behaviour -> cases.add(new Case(place, behaviour)));
      }
    });
    return cases;
  }

  /// A part of all that takes a minute: one thing in each place, and what decides about PINs.
  List<Case> some() {
    List<Case> all = all();
    Set<Case> some = new LinkedHashSet<>();
    int number = 0;
    for (List<Case> place : byPlace(all)) {
      some.add(place.get(number * STRIDE % place.size()));
      number++;
    }
    all.stream().filter(Matrix::decidesAboutAPin).forEach(some::add);
    return List.copyOf(some);
  }

  /// Without what hangs, and of the JDK's provider only what it passes on.
  private static List<List<Case>> byPlace(List<Case> all) {
    return all.stream()
        .filter(one -> one.behaviour().kind() != Kind.HANGS)
        .filter(
            one -> one.work() != Work.SIGNING_WITH_THE_JDK || PASSED_ON.contains(one.function()))
        .collect(Collectors.groupingBy(Case::place, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .toList();
  }

  private static boolean decidesAboutAPin(Case one) {
    Behaviour behaviour = one.behaviour();
    boolean doubtful =
        behaviour.kind() == Kind.DOES_AND_RETURNS
            || behaviour.once()
            || behaviour.code().equals("CKR_FUNCTION_FAILED");
    return switch (one.work()) {
      case OPENING ->
          one.function().equals("C_Login")
              && (doubtful
                  || behaviour.kind() == Kind.HANGS
                  || behaviour.code().startsWith("CKR_PIN_"));
      case OPENING_WRONGLY -> one.function().equals("C_Login");
      case CHANGING_THE_PIN -> one.function().equals("C_SetPIN") && doubtful;
      case FINDING,
          SIGNING,
          FAILING_TO_SIGN,
          RELEASING,
          UNBLOCKING,
          PRACTISING,
          SIGNING_WITH_THE_JDK ->
          false;
    };
  }

  /// The first call of each function up to the PIN, and the first one after it.
  private List<Place> places(Work work, List<String> trace) {
    int start = start(work, trace);
    int pin = pin(work, trace);
    Set<String> known = work == Work.PRACTISING ? calledElsewhere(work) : Set.of();
    List<Place> places = new ArrayList<>();
    for (String function : new LinkedHashSet<>(trace)) {
      if (!known.contains(function)) {
        first(trace, function, start, pin + 1)
            .forEach(at -> places.add(new Place(work, function, nth(trace, at), false)));
        boolean before = trace.subList(0, pin + 1).contains(function);
        first(trace, function, Math.max(start, pin + 1), trace.size())
            .forEach(at -> places.add(new Place(work, function, nth(trace, at), before)));
      }
    }
    return places;
  }

  private static IntStream first(List<String> trace, String function, int from, int to) {
    return IntStream.range(from, to).filter(at -> trace.get(at).equals(function)).limit(1);
  }

  private static int nth(List<String> trace, int at) {
    String function = trace.get(at);
    return (int) trace.subList(0, at + 1).stream().filter(function::equals).count();
  }

  /// Where a step begins to differ from another one.
  private static int start(Work work, List<String> trace) {
    return switch (work) {
      case OPENING_WRONGLY, CHANGING_THE_PIN, UNBLOCKING -> pin(work, trace);
      case FAILING_TO_SIGN -> trace.indexOf("C_Sign") + 1;
      case FINDING, OPENING, SIGNING, RELEASING, PRACTISING, SIGNING_WITH_THE_JDK -> 0;
    };
  }

  /// Where the PIN is sent; before everything where none is.
  private static int pin(Work work, List<String> trace) {
    return switch (work) {
      case OPENING, OPENING_WRONGLY, UNBLOCKING -> trace.indexOf("C_Login");
      case CHANGING_THE_PIN -> trace.indexOf("C_SetPIN");
      case FINDING, SIGNING, FAILING_TO_SIGN, RELEASING, PRACTISING, SIGNING_WITH_THE_JDK -> -1;
    };
  }

  private Set<String> calledElsewhere(Work work) {
    Set<String> called = new HashSet<>();
    calls.forEach((other, trace) -> {
      if (other != work) {
        called.addAll(trace);
      }
    });
    return called;
  }

  private static List<Behaviour> behaviours(Place place) {
    return switch (place.work()) {
      case OPENING_WRONGLY ->
          place.function().equals("C_Login")
              ? Behaviour.ofAWrongPin()
              : Behaviour.of(place.function());
      case SIGNING_WITH_THE_JDK ->
          Behaviour.of(place.function()).stream()
              .filter(behaviour -> isFitForTheJdk(place.function(), behaviour))
              .toList();
      case UNBLOCKING ->
          // The administrator's PIN is never sent again.
          Behaviour.of(place.function()).stream().filter(behaviour -> !behaviour.once()).toList();
      case FINDING, OPENING, SIGNING, FAILING_TO_SIGN, RELEASING, CHANGING_THE_PIN, PRACTISING ->
          Behaviour.of(place.function());
    };
  }

  private static boolean isFitForTheJdk(String function, Behaviour behaviour) {
    if (behaviour.kind() != Kind.RETURNS) {
      return true;
    }
    // Without a list the provider uses memory that nobody has written, with this end or that.
    boolean undefined = function.equals("C_GetFunctionList");
    return !undefined && (PASSED_ON.contains(function) || SOME_CODES.contains(behaviour.code()));
  }
}

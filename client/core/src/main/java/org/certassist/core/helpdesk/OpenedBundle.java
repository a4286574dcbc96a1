package org.certassist.core.helpdesk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.diagnosis.CheckId;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.CheckResult.State;
import org.certassist.core.diagnosis.Diagnosis.Report;
import org.certassist.core.profile.Contact;
import org.certassist.core.profile.Profile;

/// A bundle as the helpdesk reads it: what the clerk saw, and the texts beside.
///
/// Anybody may have written it. What cannot be understood is passed over or kept as text; nothing
/// of it is done.
///
/// @param version of the program that made it; empty where it says none
/// @param made when, as it says
/// @param system as it calls itself
/// @param region the id of the profile that was in force
/// @param report the checks that this version of the program knows
/// @param unknown the names of checks that it does not know, which a newer version made
/// @param phoneCode empty where there is none that can be read
public record OpenedBundle(
    Optional<String> version,
    Optional<String> made,
    Optional<String> system,
    Optional<String> region,
    Report report,
    List<String> unknown,
    Optional<PhoneCode> phoneCode,
    Bundle bundle) {
  /// A version has a few dozen; more are no finding of a program.
  private static final int MOST_CHECKS = 200;

  public OpenedBundle {
    unknown = List.copyOf(unknown);
  }

  public static OpenedBundle of(Bundle bundle) {
    Block about =
        blocks(bundle, BundleText.ABOUT).stream()
            .findFirst()
            .orElseGet(() -> new Block(BundleText.ABOUT_BLOCK, List.of()));
    Map<CheckId, CheckResult> known = new EnumMap<>(CheckId.class);
    List<String> unknown = new ArrayList<>();
    for (Block block : blocks(bundle, BundleText.CHECKS).stream().limit(MOST_CHECKS).toList()) {
      Optional<CheckResult> result = result(block);
      if (result.isPresent()) {
        known.putIfAbsent(result.get().check(), result.get());
      } else {
        unknown.add(block.name());
      }
    }
    return new OpenedBundle(
        about.value("program"),
        about.value("made"),
        about.value("system"),
        about.value("region"),
        new Report(List.copyOf(known.values())),
        unknown,
        about.value(BundleText.PHONE_CODE).flatMap(OpenedBundle::code),
        bundle);
  }

  /// Whether all checks in it were understood, and there are any: only then it may be said that
  /// nothing was found.
  public boolean isUnderstood() {
    return unknown.isEmpty() && !report.results().isEmpty();
  }

  /// The counters of the clerk's own region; none where this program does not know it.
  ///
  /// @param regions the profiles that this program knows, by id
  /// @param otherwise where the bundle names no region
  public List<Contact> contacts(
      Function<String, Optional<Profile>> regions, List<Contact> otherwise) {
    return region.isEmpty()
        ? otherwise
        : region.flatMap(regions).map(Profile::contacts).orElse(List.of());
  }

  private static List<Block> blocks(Bundle bundle, String name) {
    return bundle.sections().stream()
        .filter(section -> section.name().equals(name))
        .findFirst()
        .map(section -> Block.read(section.lines()))
        .orElse(List.of());
  }

  /// Empty where the check, its state or its cause is none of this version's, or they do not fit.
  private static Optional<CheckResult> result(Block block) {
    Optional<CheckId> check =
        Arrays.stream(CheckId.values()).filter(id -> id.word().equals(block.name())).findFirst();
    Optional<State> state =
        block
            .value(BundleText.STATE)
            .flatMap(word ->
                Arrays.stream(State.values()).filter(each -> each.word().equals(word)).findFirst());
    Optional<Cause> cause = block.value(BundleText.CAUSE).flatMap(Cause::of);
    if (check.isEmpty()
        || state.isEmpty()
        || cause.isPresent() != (state.get() == State.FAILED || state.get() == State.WARNING)) {
      return Optional.empty();
    }
    return Optional.of(
        new CheckResult(
            check.get(),
            state.get(),
            cause,
            block.value(BundleText.WORD).orElse(""),
            block.values(BundleText.EVIDENCE)));
  }

  private static Optional<PhoneCode> code(String digits) {
    return PhoneCode.read(digits) instanceof PhoneCodeReading.Understood(PhoneCode code)
        ? Optional.of(code)
        : Optional.empty();
  }
}

package org.certassist.texts;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.certassist.core.diagnosis.CheckResult;
import org.certassist.core.diagnosis.CheckResult.State;
import org.certassist.core.helpdesk.Bundle.Section;
import org.certassist.core.helpdesk.OpenedBundle;
import org.certassist.core.profile.Profile;

/// What a bundle says of the clerk's PC, in the words in which her own program said it.
public final class BundleWords {
  private final Texts texts;
  private final Function<String, Optional<Profile>> regions;

  /// @param regions the profiles that this program knows, by id
  public BundleWords(Texts texts, Function<String, Optional<Profile>> regions) {
    this.texts = texts;
    this.regions = regions;
  }

  /// Whose it is, then a line for each check that was made, then what else is in it.
  public List<String> lines(OpenedBundle bundle) {
    List<String> lines = new ArrayList<>();
    String unsaid = texts.get("bundle.unsaid");
    lines.add(
        texts.get(
            "bundle.head",
            bundle.made().map(BundleWords::moment).orElse(unsaid),
            bundle.version().orElse(unsaid),
            bundle.system().orElse(unsaid)));
    bundle.region().ifPresent(region -> lines.add(texts.get("bundle.region", name(region))));
    bundle.report().results().stream()
        .filter(finding -> finding.state() != State.SKIPPED)
        .map(this::finding)
        .forEach(lines::add);
    if (!bundle.unknown().isEmpty()) {
      lines.add(texts.get("bundle.unknownChecks", String.join(", ", bundle.unknown())));
    }
    return lines;
  }

  /// How much of each text is in it.
  public List<String> sections(OpenedBundle bundle) {
    return bundle.bundle().sections().stream().map(this::section).toList();
  }

  private String name(String region) {
    return regions
        .apply(region)
        .map(profile -> texts.name(profile.name(), profile.nameEnglish()))
        .orElse(region);
  }

  /// A bundle is anybody's: what is no time is shown as it stands.
  private static String moment(String made) {
    try {
      return Texts.minute(OffsetDateTime.parse(made).toInstant());
    } catch (DateTimeException noTime) {
      return made;
    }
  }

  private String section(Section section) {
    return texts.get("bundle.section", section.name(), section.lines().size());
  }

  private String finding(CheckResult finding) {
    return texts.get(
        "cli.doctor.finding",
        texts.checkName(finding.check()),
        texts.state(finding.state()),
        texts.evidence(finding));
  }
}

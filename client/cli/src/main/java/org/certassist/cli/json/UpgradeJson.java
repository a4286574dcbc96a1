package org.certassist.cli.json;

import java.util.List;
import org.certassist.core.filing.UpgradeGuide;
import org.certassist.core.profile.Contact;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;

/// The document of `certificate upgrade --json`.
///
/// @param need upgrade or renewal
/// @param contacts the region's CAs and their counters
public record UpgradeJson(
    String need,
    List<RouteJson> routes,
    List<WarningJson> warnings,
    List<RegionJson.ContactJson> contacts) {
  /// @param colour of the keys that can go it; null where all can
  public record RouteJson(String id, @Nullable String colour, List<StepJson> steps) {}

  /// @param who you or ca
  public record StepJson(String id, String who, String words) {}

  public record WarningJson(String id, String words) {}

  public static UpgradeJson of(UpgradeGuide guide, List<Contact> contacts, Texts texts) {
    return new UpgradeJson(
        guide.need().word(),
        guide.routes().stream().map(route -> route(route, texts)).toList(),
        guide.warnings().stream()
            .map(warning -> new WarningJson(warning.word(), texts.upgradeWarning(warning)))
            .toList(),
        contacts.stream().map(RegionJson.ContactJson::of).toList());
  }

  private static RouteJson route(UpgradeGuide.Route route, Texts texts) {
    return new RouteJson(
        route.id(),
        route.colour().map(UpgradeGuide.Colour::word).orElse(null),
        route.steps().stream()
            .map(step -> new StepJson(step.word(), step.who().word(), texts.upgradeStep(step)))
            .toList());
  }
}

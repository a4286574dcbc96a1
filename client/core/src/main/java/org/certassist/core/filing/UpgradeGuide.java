package org.certassist.core.filing;

import java.util.List;
import java.util.Optional;
import org.certassist.core.certificate.CertificateFacts;

/// How a certificate is renewed, or upgraded to SM2, step by step (docs/sources.md, 002 annex 2, of
/// October 2021).
///
/// @param routes one of them is enough
public record UpgradeGuide(Need need, List<Route> routes, List<Warning> warnings) {
  public UpgradeGuide {
    routes = List.copyOf(routes);
    warnings = List.copyOf(warnings);
  }

  /// What the certificate needs.
  public enum Need {
    /// Its algorithm is the old one: the provincial platform takes it no more.
    UPGRADE("upgrade"),
    /// It is SM2 already and ends some day.
    RENEWAL("renewal");

    private final String word;

    Need(String word) {
      this.word = word;
    }

    /// The name in `--json` output and in texts.
    public String word() {
      return word;
    }
  }

  /// The key's case; no program sees it, so it is asked.
  public enum Colour {
    BLUE("blue"),
    SILVER("silver");

    private final String word;

    Colour(String word) {
      this.word = word;
    }

    /// The name on the command line.
    public String word() {
      return word;
    }
  }

  /// A way to go, and who does what on it, in order.
  ///
  /// @param colour the only keys that can go it; empty where all can
  public record Route(String id, Optional<Colour> colour, List<Step> steps) {
    public Route {
      steps = List.copyOf(steps);
    }
  }

  /// Who acts.
  public enum Who {
    YOU("you"),
    CA("ca");

    private final String word;

    Who(String word) {
      this.word = word;
    }

    /// The name in `--json` output and in texts.
    public String word() {
      return word;
    }
  }

  /// One thing to do.
  public enum Step {
    OPEN_PAGE("openPage", Who.YOU),
    PLUG_IN("plugIn", Who.YOU),
    TYPE_PIN("typePin", Who.YOU),
    FILL_UNIT("fillUnit", Who.YOU),
    FILL_HANDLER("fillHandler", Who.YOU),
    FILL_ADDRESS("fillAddress", Who.YOU),
    FILL_CONTACT("fillContact", Who.YOU),
    CONFIRM_ORDER("confirmOrder", Who.YOU),
    UPGRADED_IN_PLACE("upgradedInPlace", Who.YOU),
    NEW_KEY_POSTED("newKeyPosted", Who.CA),
    NEW_KEY_PIN("newKeyPin", Who.YOU),
    BRING_TO_COUNTER("bringToCounter", Who.YOU),
    BIND_NUMBER("bindNumber", Who.CA),
    ASK_CA("askCa", Who.YOU),
    RENEWED("renewed", Who.CA),
    LOOK_AGAIN("lookAgain", Who.YOU);

    private final String word;
    private final Who who;

    Step(String word, Who who) {
      this.word = word;
      this.who = who;
    }

    /// The id in `--json` output and in texts.
    public String word() {
      return word;
    }

    public Who who() {
      return who;
    }
  }

  /// What goes wrong most often.
  public enum Warning {
    BIND_PROVINCIAL_NUMBER("bindProvincialNumber"),
    NOT_THE_HOUSING_FUND("notTheHousingFund");

    private final String word;

    Warning(String word) {
      this.word = word;
    }

    /// The id in `--json` output and in texts.
    public String word() {
      return word;
    }
  }

  private static final Route SILVER =
      new Route(
          "silver",
          Optional.of(Colour.SILVER),
          List.of(
              Step.OPEN_PAGE,
              Step.PLUG_IN,
              Step.TYPE_PIN,
              Step.FILL_UNIT,
              Step.FILL_HANDLER,
              Step.FILL_CONTACT,
              Step.CONFIRM_ORDER,
              Step.UPGRADED_IN_PLACE,
              Step.LOOK_AGAIN));

  private static final Route BLUE =
      new Route(
          "blue",
          Optional.of(Colour.BLUE),
          List.of(
              Step.OPEN_PAGE,
              Step.PLUG_IN,
              Step.TYPE_PIN,
              Step.FILL_UNIT,
              Step.FILL_HANDLER,
              Step.FILL_ADDRESS,
              Step.FILL_CONTACT,
              Step.CONFIRM_ORDER,
              Step.NEW_KEY_POSTED,
              Step.NEW_KEY_PIN,
              Step.LOOK_AGAIN));

  private static final Route COUNTER =
      new Route(
          "counter",
          Optional.empty(),
          List.of(Step.BRING_TO_COUNTER, Step.BIND_NUMBER, Step.LOOK_AGAIN));

  private static final Route RENEWAL =
      new Route("renewal", Optional.empty(), List.of(Step.ASK_CA, Step.RENEWED, Step.LOOK_AGAIN));

  /// @param certificate the one that is meant; without it, that to an upgrade
  /// @param colour where it is known; else every way is shown
  public static UpgradeGuide of(Optional<CertificateFacts> certificate, Optional<Colour> colour) {
    if (certificate.filter(facts -> facts.algorithm().equals("SM2")).isPresent()) {
      return new UpgradeGuide(
          Need.RENEWAL, List.of(RENEWAL), List.of(Warning.BIND_PROVINCIAL_NUMBER));
    }
    return new UpgradeGuide(
        Need.UPGRADE,
        List.of(SILVER, BLUE, COUNTER).stream().filter(route -> isFor(route, colour)).toList(),
        List.of(Warning.values()));
  }

  private static boolean isFor(Route route, Optional<Colour> colour) {
    return route.colour().isEmpty() || colour.isEmpty() || route.colour().equals(colour);
  }
}

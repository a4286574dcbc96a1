package org.certassist.datafiles;

import java.net.URI;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.certassist.core.certificate.EncodedCertificate;
import org.certassist.core.declaration.Kind;
import org.certassist.core.profile.FilingCalendar;
import org.certassist.core.profile.InitialPin;
import org.certassist.core.profile.Profile;
import org.certassist.core.profile.Way;
import org.certassist.core.signature.Sm2Form;

/// Reads a region's profile from `profiles/*.json`.
final class ProfileReader {
  private static final Map<String, Way> WAYS =
      Arrays.stream(Way.values()).collect(Collectors.toMap(Way::word, Function.identity()));

  private static final Map<String, Sm2Form> SM2_FORMS =
      Arrays.stream(Sm2Form.values()).collect(Collectors.toMap(Sm2Form::word, Function.identity()));

  private static final Map<String, FilingCalendar.Opening> OPENINGS =
      Arrays.stream(FilingCalendar.Opening.values())
          .collect(Collectors.toMap(FilingCalendar.Opening::word, Function.identity()));

  private final Map<String, Kind> kinds;
  private final ActReader acts;

  /// @param kinds the kinds a profile may name, by id
  ProfileReader(Map<String, Kind> kinds) {
    this.kinds = Map.copyOf(kinds);
    this.acts = new ActReader(this.kinds);
  }

  /// @param builtIn part of the program; any other profile is unsigned and may not carry trust
  ///   anchors
  Profile read(JsonFile file, boolean builtIn) throws DataFileException {
    JsonObject json = file.object();
    if (!builtIn && json.has("trust")) {
      throw new DataFileException(DataFault.of("data.trustAnchors", file.name()));
    }
    JsonObject coverage = json.object("coverage");
    JsonObject calendar = json.object("calendar");
    Profile profile =
        new Profile(
            id(json),
            json.text("name"),
            json.text("nameEnglish"),
            address(json, "portal"),
            address(json, "page"),
            json.words("ways", WAYS),
            json.words("kinds", kinds),
            json.optionalObjects("acts", acts::read),
            json.whole("maxRows", 1, 100_000),
            calendar(calendar),
            coverage.texts("covers"),
            coverage.texts("notCovered"),
            certificates(json, "trust"),
            certificates(json, "intermediates"),
            RevocationReader.read(json),
            CertificateNeedsReader.read(json),
            json.optionalText("receiptSigner"),
            json.has("sm2Form") ? json.word("sm2Form", SM2_FORMS) : Sm2Form.CMS,
            json.optionalObjects("initialPins", ProfileReader::initialPin),
            json.optionalObjects("contacts", ContactReader::read),
            source(json, builtIn));
    source(coverage, builtIn);
    coverage.done();
    calendar.done();
    json.done();
    if (profile.ways().isEmpty() || profile.kinds().isEmpty()) {
      throw json.invalid("ways", "a profile has at least one way and one kind");
    }
    if (profile.offers(Way.REST) && profile.receiptSigner().isEmpty()) {
      throw json.invalid("receiptSigner", "the way rest needs one");
    }
    return profile;
  }

  private static String id(JsonObject json) throws DataFileException {
    String id = json.text("id");
    if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
      throw json.invalid("id", "small letters, digits and hyphens only");
    }
    return id;
  }

  private static Optional<URI> address(JsonObject json, String name) throws DataFileException {
    if (!json.has(name)) {
      return Optional.empty();
    }
    URI address = json.text(name, URI::create);
    if (!"https".equals(address.getScheme()) || address.getHost() == null) {
      throw json.invalid(name, "an https address is expected");
    }
    return Optional.of(address);
  }

  private static FilingCalendar calendar(JsonObject json) throws DataFileException {
    source(json, true);
    return switch (json.word("open", OPENINGS)) {
      case IN_WINDOWS ->
          FilingCalendar.inWindows(
              rule(json), json.optionalObjects("exceptions", ProfileReader::window));
      case ALWAYS -> FilingCalendar.alwaysOpen(rule(json));
      case NOT_KNOWN -> FilingCalendar.notKnown();
    };
  }

  private static FilingCalendar.Rule rule(JsonObject json) throws DataFileException {
    int closesAfterDay = json.whole("closesAfterDay", 1, 27);
    return new FilingCalendar.Rule(
        json.whole("opensOnDay", closesAfterDay + 1, 28), closesAfterDay);
  }

  private static FilingCalendar.Window window(JsonObject json) throws DataFileException {
    FilingCalendar.Window window =
        new FilingCalendar.Window(
            json.text("settlementMonth", YearMonth::parse),
            json.text("opens", LocalDateTime::parse),
            json.text("closes", LocalDateTime::parse));
    if (!window.opens().isBefore(window.closes())) {
      throw json.invalid("closes", "a window must close after it opens");
    }
    return window;
  }

  private static InitialPin initialPin(JsonObject json) throws DataFileException {
    source(json, true);
    return new InitialPin(
        json.text("place"),
        json.text("placeEnglish"),
        json.has("pin")
            ? new InitialPin.Making.Fixed(pin(json))
            : new InitialPin.Making.HandlersIdTail(json.whole("handlersIdTail", 4, 18)));
  }

  private static String pin(JsonObject json) throws DataFileException {
    String pin = json.text("pin");
    if (!pin.matches("[0-9A-Za-z]{4,16}")) {
      throw json.invalid("pin", "4 to 16 digits and letters are expected");
    }
    return pin;
  }

  /// Certificates as RFC 7468 texts.
  private static List<EncodedCertificate> certificates(JsonObject json, String name)
      throws DataFileException {
    List<EncodedCertificate> certificates = new ArrayList<>();
    for (String pem : json.optionalTexts(name)) {
      String body =
          pem.replace("-----BEGIN CERTIFICATE-----", "")
              .replace("-----END CERTIFICATE-----", "")
              .replaceAll("\\s", "");
      try {
        certificates.add(new EncodedCertificate(Base64.getDecoder().decode(body)));
      } catch (IllegalArgumentException notBase64) {
        throw json.invalid(name, "a certificate as PEM text is expected");
      }
    }
    return certificates;
  }

  /// Every fact says where it comes from; the profile keeps its own, the parts' stay in the file.
  static Profile.Source source(JsonObject json, boolean builtIn) throws DataFileException {
    JsonObject source = json.object("source");
    Profile.Source found =
        new Profile.Source(source.text("document"), source.text("date"), builtIn);
    source.done();
    return found;
  }
}

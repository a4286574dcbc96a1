package org.certassist.texts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.certassist.core.certificate.StatusCode;
import org.certassist.core.diagnosis.Cause;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.helpdesk.CodedDriver;
import org.certassist.core.helpdesk.DaysLeft;
import org.certassist.core.helpdesk.PhoneCode;
import org.certassist.core.helpdesk.ProgramVersion;

/// What a phone code says, one line of words for each of its parts.
public final class PhoneCodeWords {
  private final Texts texts;
  private final Products products;
  private final Function<Cause, String> causes;

  /// @param products those of the catalogue here, which may be older than the code
  /// @param causes the words for a cause, as part of a sentence
  public PhoneCodeWords(Texts texts, Products products, Function<Cause, String> causes) {
    this.texts = texts;
    this.products = products;
    this.causes = causes;
  }

  /// In the code's own order: version, system, cause, key, PIN, status, days.
  public List<String> lines(PhoneCode code) {
    return List.of(
        version(code.version()),
        texts.get("phoneCode.system." + code.system().word()),
        cause(code.cause(), code.knownCause()),
        driver(code.driver()),
        texts.get("phoneCode.pin", texts.pinState(code.pin())),
        status(code.status()),
        code.days().map(this::days).orElseGet(() -> texts.get("phoneCode.days.none")));
  }

  private String version(Optional<ProgramVersion> version) {
    return version
        .map(known -> texts.get("phoneCode.version", known))
        .orElseGet(() -> texts.get("phoneCode.version.unknown"));
  }

  private String cause(OptionalInt number, Optional<Cause> known) {
    if (number.isEmpty()) {
      return texts.get("phoneCode.cause.none");
    }
    return known
        .map(cause -> texts.get("phoneCode.cause", number.getAsInt(), causes.apply(cause)))
        .orElseGet(() -> texts.get("phoneCode.cause.unknown", number.getAsInt()));
  }

  private String driver(CodedDriver driver) {
    return switch (driver) {
      case CodedDriver.None _ -> texts.get("phoneCode.driver.none");
      case CodedDriver.Other _ -> texts.get("phoneCode.driver.other");
      case CodedDriver.Numbered(int number) ->
          products
              .byNumber(number)
              .map(Product::name)
              .map(name -> texts.get("phoneCode.driver.numbered", name))
              .orElseGet(() -> texts.get("phoneCode.driver.unknown", number));
    };
  }

  private String status(Optional<StatusCode> status) {
    return status
        .map(code -> texts.get("phoneCode.status", code.number()))
        .orElseGet(() -> texts.get("phoneCode.status.none"));
  }

  private String days(DaysLeft days) {
    OptionalLong fewest = days.fewest();
    OptionalLong most = days.most();
    if (fewest.isEmpty()) {
      return texts.get("phoneCode.days.ended.more", -most.orElseThrow() - 1);
    }
    if (most.isEmpty()) {
      return texts.get("phoneCode.days.left.more", fewest.getAsLong());
    }
    if (fewest.getAsLong() < 0) {
      return texts.get("phoneCode.days.ended.range", -most.getAsLong(), -fewest.getAsLong());
    }
    return fewest.getAsLong() == most.getAsLong()
        ? texts.get("phoneCode.days.left.one", fewest.getAsLong())
        : texts.get("phoneCode.days.left.range", fewest.getAsLong(), most.getAsLong());
  }
}

package org.certassist.core.reconcile;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.certassist.core.listing.Listing;

/// The columns of a list that has one line a person and columns for each insurance, such as 养老缴费基数
/// and 工伤应缴金额.
final class InsuranceColumns {
  private static final List<String> BASE = List.of("基数", "工资");

  private final List<String> headers;

  /// @param headers in their comparable form
  InsuranceColumns(List<String> headers) {
    this.headers = headers;
  }

  /// The insurances for which a line has an amount.
  List<Insurance> charged(Listing.Line line) {
    return Arrays.stream(Insurance.values())
        .filter(
            insurance -> of(insurance).anyMatch(column -> Amount.of(line.text(column)).isPresent()))
        .toList();
  }

  /// Whether its columns say of some insurance that nothing is charged for it.
  boolean sayNothing(Listing.Line line) {
    return Arrays.stream(Insurance.values())
        .flatMapToInt(this::of)
        .anyMatch(column -> Amount.isZero(line.text(column)));
  }

  /// Whether a base stands there that is no amount.
  boolean hasIllegibleBase(Listing.Line line) {
    return Arrays.stream(Insurance.values())
        .flatMapToInt(this::basesOf)
        .anyMatch(column -> Amount.isIllegible(line.text(column)));
  }

  Map<Insurance, BigDecimal> bases(Listing.Line line) {
    Map<Insurance, BigDecimal> bases = new EnumMap<>(Insurance.class);
    for (Insurance insurance : Insurance.values()) {
      basesOf(insurance)
          .mapToObj(column -> Amount.of(line.text(column)))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(base -> bases.put(insurance, base));
    }
    return bases;
  }

  private IntStream basesOf(Insurance insurance) {
    return of(insurance).filter(column -> BASE.stream().anyMatch(headers.get(column)::contains));
  }

  private IntStream of(Insurance insurance) {
    return IntStream.range(0, headers.size())
        .filter(column -> headers.get(column).contains(insurance.word()));
  }
}

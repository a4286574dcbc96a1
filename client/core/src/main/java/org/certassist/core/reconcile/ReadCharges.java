package org.certassist.core.reconcile;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.certassist.core.fault.FaultException;
import org.certassist.core.listing.Headers;
import org.certassist.core.listing.ListFault;
import org.certassist.core.listing.Listing;
import org.certassist.core.listing.PersonNumber;

/// Understands a portal's monthly detail: one line a person, or one a person and insurance.
public final class ReadCharges {
  private static final Pattern ELSEWHERE = Pattern.compile("医疗|生育|大病|护理|公积金|年金");
  private static final Pattern TOTAL = Pattern.compile("[合总小]\\s*计.*");

  /// @throws FaultException `list.noHeaders`; `list.noPeople` (name); `list.otherMonth` (name,
  ///   month, months found)
  public ChargeList read(Listing listing, YearMonth month) throws FaultException {
    Headers<ChargeColumn> headers =
        Headers.find(listing, ChargeColumn.class, List.of(ChargeColumn.ID_NUMBER));
    InsuranceColumns columns = new InsuranceColumns(headers.texts());
    Map<String, ChargeLines> people = new LinkedHashMap<>();
    List<Integer> illegible = new ArrayList<>();
    SortedSet<YearMonth> others = new TreeSet<>();
    int otherMonths = 0;
    for (Listing.Line line : headers.below(listing).toList()) {
      PersonNumber number = new PersonNumber(headers.text(line, ChargeColumn.ID_NUMBER));
      if (isTotal(line) && !number.isWhole()) {
        continue;
      }
      String period = headers.text(line, ChargeColumn.MONTH);
      Optional<ChargeMonths> months = ChargeMonths.of(period);
      if (months.filter(other -> !other.include(month)).isPresent()) {
        months.ifPresent(other -> others.addAll(List.of(other.first(), other.last())));
        otherMonths++;
        continue;
      }
      if (!number.isWhole()
          || (months.isEmpty() && !period.isBlank())
          || hasIllegibleBase(line, headers, columns)) {
        illegible.add(line.number());
      } else if (isCharge(line, headers, columns)) {
        people
            .computeIfAbsent(
                number.text(),
                _ ->
                    new ChargeLines(
                        new Person(headers.text(line, ChargeColumn.NAME), number.text()),
                        line.number()))
            .add(line, headers, columns);
      }
    }
    if (people.isEmpty()) {
      throw new FaultException(nobody(listing, month, others));
    }
    return new ChargeList(
        people.values().stream().map(ChargeLines::charge).toList(), otherMonths, illegible);
  }

  private static boolean hasIllegibleBase(
      Listing.Line line, Headers<ChargeColumn> headers, InsuranceColumns columns) {
    return Amount.isIllegible(headers.text(line, ChargeColumn.BASE))
        || columns.hasIllegibleBase(line);
  }

  /// Somebody may be in the list for an insurance that is filed elsewhere, or with nothing to pay:
  /// that is no charge for one of ours.
  private static boolean isCharge(
      Listing.Line line, Headers<ChargeColumn> headers, InsuranceColumns columns) {
    if (!columns.charged(line).isEmpty()) {
      return true;
    }
    String word = headers.text(line, ChargeColumn.INSURANCE);
    boolean ours = Arrays.stream(Insurance.values()).map(Insurance::word).anyMatch(word::contains);
    boolean elsewhere = ELSEWHERE.matcher(word).find();
    return (ours || !elsewhere)
        && !columns.sayNothing(line)
        && !Amount.isZero(headers.text(line, ChargeColumn.BASE));
  }

  /// Nobody charged would read as if all were missing.
  private static ListFault nobody(Listing listing, YearMonth month, SortedSet<YearMonth> others) {
    return others.isEmpty()
        ? ListFault.of("list.noPeople", listing.name())
        : ListFault.of(
            "list.otherMonth",
            listing.name(),
            month.toString(),
            String.join("、", others.stream().map(YearMonth::toString).toList()));
  }

  private static boolean isTotal(Listing.Line line) {
    return line.cells().stream().anyMatch(text -> TOTAL.matcher(text.strip()).matches());
  }
}

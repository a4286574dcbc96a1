package org.certassist.core.results;

import java.util.List;
import java.util.Optional;
import org.certassist.core.fault.FaultException;
import org.certassist.core.listing.Headers;
import org.certassist.core.listing.ListFault;
import org.certassist.core.listing.Listing;

/// Understands what the portal lists under 处理详情 → 结果.
public final class ReadResults {
  private static final List<ResultColumn> PERSON =
      List.of(ResultColumn.ID_NUMBER, ResultColumn.NAME);

  /// @throws FaultException `list.noHeaders` where no line names people and their results
  public List<ResultLine> read(Listing listing) throws FaultException {
    Headers<ResultColumn> headers = Headers.find(listing, ResultColumn.class, PERSON);
    if (!headers.columns().containsKey(ResultColumn.STATUS)
        && !headers.columns().containsKey(ResultColumn.REASON)) {
      // A list of people without a word on them would read as if everybody had passed.
      throw new FaultException(noResults(listing));
    }
    return headers
        .below(listing)
        .map(line ->
            new ResultLine(
                line.number(),
                headers.text(line, ResultColumn.NAME),
                headers.text(line, ResultColumn.ID_NUMBER),
                ResultWords.of(status(headers, line), headers.text(line, ResultColumn.REASON))))
        .toList();
  }

  private static Optional<String> status(Headers<ResultColumn> headers, Listing.Line line) {
    return headers.columns().containsKey(ResultColumn.STATUS)
        ? Optional.of(headers.text(line, ResultColumn.STATUS))
        : Optional.empty();
  }

  private static ListFault noResults(Listing listing) {
    return ListFault.of(
        "list.noHeaders",
        listing.name(),
        ResultColumn.STATUS.words().getFirst() + "、" + ResultColumn.REASON.words().getFirst());
  }
}

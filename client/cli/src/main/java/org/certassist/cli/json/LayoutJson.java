package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.certassist.core.workbook.LayoutProblem;
import org.certassist.core.workbook.LearnLayout.Learnt;
import org.certassist.core.workbook.PortalLayout;
import org.jspecify.annotations.Nullable;

/// What `template import --json` prints.
///
/// @param kept false where a problem stops it
public record LayoutJson(
    boolean kept,
    String name,
    String kind,
    String sheet,
    int headRow,
    int firstRow,
    List<ColumnJson> columns,
    List<ProblemJson> problems) {
  /// @param field absent where nobody knows what the header means
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ColumnJson(int row, String column, String header, @Nullable String field) {}

  public record ProblemJson(String problem, boolean stops, String message) {}

  public static LayoutJson of(Learnt learnt, Function<LayoutProblem, String> words) {
    PortalLayout layout = learnt.layout();
    return new LayoutJson(
        learnt.isUsable(),
        layout.name(),
        layout.kind(),
        layout.sheet(),
        layout.headRow(),
        layout.firstRow(),
        layout.heads().stream()
            .map(head ->
                new ColumnJson(head.row(), head.column(), head.header(), head.field().orElse(null)))
            .toList(),
        learnt.problems().stream()
            .map(each -> new ProblemJson(each.id(), each.stops(), words.apply(each)))
            .toList());
  }
}

package org.certassist.cli.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The document of a command that failed before it had anything else to say.
///
/// @param findings present where the rules found errors
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FailureJson(ErrorJson error, @Nullable List<CheckJson.FindingJson> findings) {
  public static FailureJson of(ErrorJson error) {
    return new FailureJson(error, null);
  }
}

package org.certassist.datafiles;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.certificate.RevocationPolicy;

/// Reads how a region wants revocation checked, from a profile; what it leaves out is as usual.
final class RevocationReader {
  private static final int LONGEST_DAYS = 30;

  private RevocationReader() {}

  static RevocationPolicy read(JsonObject profile) throws DataFileException {
    RevocationPolicy usual = RevocationPolicy.USUAL;
    if (!profile.has("revocation")) {
      return usual;
    }
    JsonObject json = profile.object("revocation");
    RevocationPolicy read =
        new RevocationPolicy(
            json.has("required") ? json.flag("required") : usual.required(),
            json.has("staleDays")
                ? Duration.ofDays(json.whole("staleDays", 0, LONGEST_DAYS))
                : usual.staleness(),
            json.has("privateAddresses") ? json.flag("privateAddresses") : usual.privateAddresses(),
            lists(json));
    json.done();
    return read;
  }

  private static List<URI> lists(JsonObject json) throws DataFileException {
    List<URI> lists = new ArrayList<>();
    for (String text : json.optionalTexts("lists")) {
      if (!text.matches("https?://[^\\s/?#@]+/\\S*")) {
        throw json.invalid("lists", "an http or https address is expected");
      }
      try {
        lists.add(URI.create(text));
      } catch (IllegalArgumentException notAnAddress) {
        throw json.invalid("lists", "an http or https address is expected");
      }
    }
    return lists;
  }
}

package org.certassist.page;

import java.net.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import org.certassist.core.diagnosis.PageFacts.Entry;

/// What `SOF_GetUserList` returns: `name||certId&&&` for each certificate.
final class UserList {
  private static final String END = "&&&";
  private static final String BETWEEN = "||";

  /// A PC has some twenty sockets.
  private static final int MOST = 64;

  private UserList() {}

  /// @throws ProtocolException for what is no such list
  static List<Entry> read(String text) throws ProtocolException {
    List<Entry> entries = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf(END, from);
      String entry = end < 0 ? text.substring(from) : text.substring(from, end);
      int between = entry.indexOf(BETWEEN);
      if (between < 0 || entries.size() == MOST) {
        throw new ProtocolException("no list of certificates");
      }
      entries.add(
          new Entry(entry.substring(0, between), entry.substring(between + BETWEEN.length())));
      from = end < 0 ? text.length() : end + END.length();
    }
    return entries;
  }
}

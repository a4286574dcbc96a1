package org.certassist.workbook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Goes through the tags of an XML text that is known to be well-formed and without a document
/// type, and says where each stands, so that all around it can stay as it is.
final class XmlTags {
  private final String xml;
  private int start;
  private int end;

  XmlTags(String xml) {
    this.xml = xml;
  }

  /// Goes to the next start or end tag; comments and the like are passed over.
  boolean next() throws Unusable {
    int from = end;
    while ((from = xml.indexOf('<', from)) >= 0) {
      if (xml.startsWith("<!--", from)) {
        from = behind("-->", from);
      } else if (xml.startsWith("<![CDATA[", from)) {
        from = behind("]]>", from);
      } else if (xml.startsWith("<?", from)) {
        from = behind("?>", from);
      } else {
        start = from;
        end = endOfTag(from);
        return true;
      }
    }
    return false;
  }

  int start() {
    return start;
  }

  /// Behind the closing bracket.
  int end() {
    return end;
  }

  boolean isEndTag() {
    return xml.charAt(start + 1) == '/';
  }

  /// Whether it is start and end in one.
  boolean isEmpty() {
    return xml.charAt(end - 2) == '/';
  }

  /// The name with its prefix.
  String name() {
    int from = isEndTag() ? start + 2 : start + 1;
    int to = from;
    while (" \t\r\n/>".indexOf(xml.charAt(to)) < 0) {
      to++;
    }
    return xml.substring(from, to);
  }

  String localName() {
    String name = name();
    return name.substring(name.indexOf(':') + 1);
  }

  String text() {
    return xml.substring(start, end);
  }

  /// An attribute's value as it is written; empty where there is none.
  static String attribute(String tag, String name) {
    Matcher found =
        Pattern.compile("\\s" + name + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')").matcher(tag);
    if (!found.find()) {
      return "";
    }
    return found.group(1) == null ? found.group(2) : found.group(1);
  }

  private int behind(String mark, int from) throws Unusable {
    int at = xml.indexOf(mark, from);
    if (at < 0) {
      throw new Unusable("a tag without an end");
    }
    return at + mark.length();
  }

  /// A bracket may stand inside quotation marks.
  private int endOfTag(int from) throws Unusable {
    char quote = 0;
    for (int at = from; at < xml.length(); at++) {
      char c = xml.charAt(at);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return at + 1;
      }
    }
    throw new Unusable("a tag without an end");
  }
}

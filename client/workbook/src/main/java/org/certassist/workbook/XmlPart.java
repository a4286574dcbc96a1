package org.certassist.workbook;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A part read tag by tag: no document types, no entities, nothing fetched, at most 64 tags deep.
///
/// Aalto reads it, which takes half the time of the JDK's reader (docs/decisions/0009).
///
/// Names are compared without their namespace, because strict and transitional files differ in it.
final class XmlPart implements AutoCloseable {
  private static final int DEEPEST = 64;

  private final InputStream in;
  private final XMLStreamReader reader;
  private int depth;

  XmlPart(InputStream in) throws IOException {
    this.in = in;
    try {
      this.reader = factory().createXMLStreamReader(in);
    } catch (XMLStreamException e) {
      throw itself(e);
    }
  }

  /// Goes to the next start or end tag; false after the last. Text in between is dropped.
  boolean next() throws IOException {
    while (hasNext()) {
      switch (step()) {
        case XMLStreamConstants.START_ELEMENT -> {
          deeper();
          return true;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return true;
        }
        case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
            throw new Unusable("a document type");
        default -> {}
      }
    }
    return false;
  }

  /// Whether it says so, or nothing else.
  boolean isUtf8() {
    String declared = reader.getCharacterEncodingScheme();
    return declared == null || declared.equalsIgnoreCase("UTF-8");
  }

  boolean starts(String name) {
    return reader.isStartElement() && reader.getLocalName().equals(name);
  }

  boolean ends(String name) {
    return reader.isEndElement() && reader.getLocalName().equals(name);
  }

  boolean isStart() {
    return reader.isStartElement();
  }

  String name() {
    return reader.getLocalName();
  }

  Optional<String> attribute(String name) {
    return Optional.ofNullable(find(name));
  }

  String attribute(String name, String otherwise) {
    String value = find(name);
    return value == null ? otherwise : value;
  }

  /// A whole number of at most nine digits.
  int number(String name, int otherwise) throws IOException {
    String value = find(name);
    if (value == null) {
      return otherwise;
    }
    if (value.isEmpty() || value.length() > 9 || !isDigits(value)) {
      throw new Unusable("no number: " + name);
    }
    return Integer.parseInt(value);
  }

  private static boolean isDigits(String value) {
    for (int at = 0; at < value.length(); at++) {
      if (!Character.isDigit(value.charAt(at))) {
        return false;
      }
    }
    return true;
  }

  boolean flag(String name) {
    String value = find(name);
    return "1".equals(value) || "true".equals(value);
  }

  /// The text up to the end tag of the element that has just started; tags inside it are not
  /// expected. Nearly always it is in one piece, and then nothing is put together.
  String text() throws IOException {
    String only = "";
    StringBuilder all = null;
    while (hasNext()) {
      switch (step()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (only.isEmpty()) {
            only = piece();
          } else {
            all = all == null ? new StringBuilder(only) : all;
            append(all);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return all == null ? only : all.toString();
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw new Unusable("no text");
      }
    }
    throw new Unusable("a text without an end");
  }

  /// The text up to the end tag of the element that has just started, that of tags inside it too.
  String innerText() throws IOException {
    int outer = depth;
    StringBuilder text = new StringBuilder();
    while (hasNext()) {
      switch (step()) {
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            append(text);
        case XMLStreamConstants.START_ELEMENT -> deeper();
        case XMLStreamConstants.END_ELEMENT -> {
          if (--depth < outer) {
            return text.toString();
          }
        }
        case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
        default -> throw new Unusable("no text");
      }
    }
    throw new Unusable("a text without an end");
  }

  private void append(StringBuilder text) throws IOException {
    requireShort(text.append(piece()).length());
  }

  /// What stands between two marks; only now is it read to its end.
  private String piece() throws IOException {
    try {
      String piece = reader.getText();
      requireShort(piece.length());
      return piece;
    } catch (UncheckedStreamException e) {
      throw e.getCause() instanceof XMLStreamException read
          ? itself(read)
          : new Unusable("not well-formed", e);
    }
  }

  private static void requireShort(int length) throws CapReached {
    if (length > Caps.CELL_TEXT) {
      throw new CapReached("texts", Caps.CELL_TEXT);
    }
  }

  private void deeper() throws Unusable {
    if (++depth > DEEPEST) {
      throw new Unusable("tags too deep");
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private @Nullable String find(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  private boolean hasNext() throws IOException {
    try {
      return reader.hasNext();
    } catch (XMLStreamException e) {
      throw itself(e);
    }
  }

  private int step() throws IOException {
    try {
      return reader.next();
    } catch (XMLStreamException e) {
      throw itself(e);
    }
  }

  /// The parser wraps what the stream below it throws; a cap comes out as itself again.
  private static IOException itself(XMLStreamException e) {
    return e.getNestedException() instanceof IOException io
            && !(io instanceof CharConversionException)
        ? io
        : new Unusable("not well-formed", e);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
      throw new XMLStreamException("nothing is fetched");
    });
    return factory;
  }
}

package org.certassist.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.certassist.core.paper.PaperException;
import org.certassist.core.paper.PaperFault;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The fonts of one file: each character is taken from the first that has it, and what no font has
/// becomes a box to write into.
final class Typeface implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Typeface.class);
  private static final float UNITS = 1000;

  private final PDDocument document;
  private final List<Path> left;
  private final List<Loaded> fonts = new ArrayList<>();

  private Typeface(PDDocument document, List<Path> files) {
    this.document = document;
    this.left = new ArrayList<>(files);
  }

  /// A font in the file, and what it has.
  private record Loaded(PDFont font, CmapLookup characters, AutoCloseable source) {
    boolean has(int character) {
      return characters.getGlyphId(character) != 0;
    }
  }

  /// A part of a text in one font, or a box.
  ///
  /// @param font absent for characters that no font has
  record Run(@Nullable PDFont font, String text) {}

  /// @throws PaperException `paper.noFont`
  static Typeface of(PDDocument document, PcFonts fonts) throws PaperException {
    Typeface face = new Typeface(document, fonts.files());
    if (!face.loadNext()) {
      throw new PaperException(PaperFault.of("paper.noFont"));
    }
    return face;
  }

  /// Rare characters cost the loading of another font, common ones do not.
  private boolean loadNext() {
    while (!left.isEmpty()) {
      Path file = left.removeFirst();
      if (Files.isReadable(file)) {
        try {
          fonts.add(load(file));
          return true;
        } catch (IOException | RuntimeException unusable) {
          LOG.info("font {} cannot be used", file, unusable);
        }
      }
    }
    return false;
  }

  private Loaded load(Path file) throws IOException {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".ttc")) {
      TrueTypeCollection collection = new TrueTypeCollection(file.toFile());
      List<TrueTypeFont> members = new ArrayList<>();
      collection.processAllFonts(members::add);
      return loaded(members.getFirst(), collection);
    }
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()));
    return loaded(font, font);
  }

  private Loaded loaded(TrueTypeFont font, AutoCloseable source) throws IOException {
    font.setEnableGsub(false);
    return new Loaded(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup(), source);
  }

  private Optional<PDFont> fontOf(int character) {
    for (int index = 0; index < fonts.size() || loadNext(); index++) {
      Loaded font = fonts.get(index);
      if (font.has(character)) {
        return Optional.of(font.font());
      }
    }
    return Optional.empty();
  }

  boolean has(int character) {
    return fontOf(character).isPresent();
  }

  List<Run> runs(String text) {
    List<Run> runs = new ArrayList<>();
    text.codePoints()
        .forEach(character -> {
          PDFont font = fontOf(character).orElse(null);
          String letter = Character.toString(character);
          if (!runs.isEmpty() && font != null && font.equals(runs.getLast().font())) {
            Run before = runs.removeLast();
            runs.add(new Run(font, before.text() + letter));
          } else {
            runs.add(new Run(font, letter));
          }
        });
    return runs;
  }

  float width(String text, float size) {
    float width = 0;
    for (Run run : runs(text)) {
      width += width(run, size);
    }
    return width;
  }

  /// A box is as wide as a Chinese character.
  static float width(Run run, float size) {
    if (run.font() == null) {
      return size;
    }
    try {
      return run.font().getStringWidth(run.text()) / UNITS * size;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// To be called after the file was written: only then are the parts of fonts taken over.
  @Override
  public void close() {
    for (Loaded font : fonts) {
      try {
        font.source().close();
      } catch (Exception notClosed) {
        LOG.debug("a font was not closed", notClosed);
      }
    }
  }
}

package org.certassist.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.certassist.core.declaration.Content;
import org.certassist.core.declaration.DeclarationId;
import org.certassist.core.paper.Paper;
import org.certassist.core.paper.PaperException;
import org.certassist.core.paper.Papers;
import org.certassist.core.profile.Profile;
import org.certassist.core.rules.CheckedDeclaration;

/// Forms as PDF, made in memory with Apache PDFBox; nothing of them touches the disk or a log here.
public final class PdfPapers implements Papers {
  private static final String RETIREMENT = "retirement";

  private final PcFonts fonts;

  PdfPapers(PcFonts fonts) {
    this.fonts = fonts;
  }

  /// Prints with the fonts of this PC.
  ///
  /// @param system `os.name`
  public static PdfPapers onThisPc(String system, Map<String, String> environment) {
    return new PdfPapers(PcFonts.of(system, environment));
  }

  /// Whether a font with Chinese characters is there.
  public boolean hasFont() {
    return fonts.files().stream().anyMatch(Files::isReadable);
  }

  @Override
  public Paper print(
      DeclarationId id, CheckedDeclaration declaration, Profile profile, LocalDate day)
      throws PaperException {
    try (PDDocument document = new PDDocument();
        Typeface face = Typeface.of(document, fonts)) {
      Content content = declaration.content();
      Order order = new Order(id, declaration.kind(), content, profile, day, gaps(content, face));
      document.getDocumentInformation().setTitle(declaration.kind().title());
      if (declaration.kind().id().equals(RETIREMENT)) {
        RetirementForm.print(document, face, order);
      } else {
        Summary.print(document, face, order);
        Roster.print(document, face, order);
      }
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      document.save(pdf);
      return new Paper(pdf.toByteArray(), document.getNumberOfPages(), order.gaps());
    } catch (IOException unexpectedInMemory) {
      throw new UncheckedIOException(unexpectedInMemory);
    }
  }

  private static List<Paper.Gap> gaps(Content content, Typeface face) {
    Set<Paper.Gap> gaps = new LinkedHashSet<>(missing(0, content.unit().name(), face));
    for (Content.Row row : content.rows()) {
      row.values().values().forEach(text -> gaps.addAll(missing(row.row(), text, face)));
    }
    return List.copyOf(gaps);
  }

  private static List<Paper.Gap> missing(int row, String text, Typeface face) {
    return text.codePoints()
        .filter(character -> !face.has(character))
        .mapToObj(character -> new Paper.Gap(row, String.format(Locale.ROOT, "U+%04X", character)))
        .toList();
  }
}

package org.certassist.desktop.office;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.certassist.core.listing.Listing;
import org.certassist.core.listing.Listings;
import org.certassist.core.workbook.FileFault;
import org.certassist.core.workbook.WorkbookException;

/// Lists by file name; every text is parted by its tabs.
public final class PaperListings implements Listings {
  private final Map<String, String> texts = new ConcurrentHashMap<>();

  public PaperListings put(String name, String text) {
    texts.put(name, text);
    return this;
  }

  @Override
  public Listing read(Path file) throws WorkbookException {
    String name = file.getFileName().toString();
    String text = texts.get(name);
    if (text == null) {
      throw new WorkbookException(new FileFault.NotAWorkbook(name));
    }
    return listing(name, text);
  }

  @Override
  public Listing read(String name, byte[] text) {
    return listing(name, new String(text, StandardCharsets.UTF_8));
  }

  private static Listing listing(String name, String text) {
    List<Listing.Line> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      lines.add(new Listing.Line(lines.size() + 1, List.of(line.split("\t", -1))));
    }
    return new Listing(name, lines);
  }
}

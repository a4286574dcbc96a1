package org.certassist.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// .xls files changed where no program would change them.
final class XlsBytes {
  private XlsBytes() {}

  /// A workbook with its stream changed.
  static byte[] changed(Path workbook, Consumer<ByteBuffer> change) throws IOException {
    try (POIFSFileSystem disk = new POIFSFileSystem(Files.newInputStream(workbook));
        DocumentInputStream in = disk.createDocumentInputStream("Workbook")) {
      byte[] stream = in.readAllBytes();
      change.accept(ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN));
      return disk(stream);
    }
  }

  /// A workbook with more parts beside its stream.
  static byte[] withParts(Path workbook, int parts) throws IOException {
    try (POIFSFileSystem disk = new POIFSFileSystem(Files.newInputStream(workbook));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      for (int i = 0; i < parts; i++) {
        disk.createDocument(new ByteArrayInputStream(new byte[1]), "p" + i);
      }
      disk.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  static byte[] disk(byte[] stream) throws IOException {
    try (POIFSFileSystem disk = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      disk.createDocument(new ByteArrayInputStream(stream), "Workbook");
      disk.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /// Where the first record of a kind begins.
  static int find(ByteBuffer stream, int sid) {
    int at = 0;
    while (Short.toUnsignedInt(stream.getShort(at)) != sid) {
      at += 4 + Short.toUnsignedInt(stream.getShort(at + 2));
    }
    return at;
  }
}

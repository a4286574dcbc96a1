package org.certassist.datafiles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON data file, bounded in size and depth, whose errors name the file and the place.
///
/// @param name shown in errors: a path, or `built-in:…`
record JsonFile(String name, byte[] bytes) {
  static final int LARGEST = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxStringLength(100_000)
                          .maxNumberLength(20)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static JsonFile read(Path file) throws DataFileException {
    try (InputStream in = Files.newInputStream(file)) {
      return bounded(file.toString(), in);
    } catch (IOException unreadable) {
      throw new DataFileException(DataFault.of("data.unreadable", file.toString()), unreadable);
    }
  }

  /// A file inside the program, named relative to this package.
  static JsonFile builtIn(String name) throws DataFileException {
    try (InputStream in = JsonFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new DataFileException(DataFault.of("data.unreadable", "built-in:" + name));
      }
      return bounded("built-in:" + name, in);
    } catch (IOException unreadable) {
      throw new DataFileException(DataFault.of("data.unreadable", "built-in:" + name), unreadable);
    }
  }

  private static JsonFile bounded(String name, InputStream in)
      throws IOException, DataFileException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new DataFileException(DataFault.of("data.tooLarge", name));
    }
    return new JsonFile(name, bytes);
  }

  /// The file's one object.
  JsonObject object() throws DataFileException {
    JsonNode root;
    try {
      root = MAPPER.readTree(bytes);
    } catch (JacksonException malformed) {
      String place =
          malformed.getLocation() == null
              ? ""
              : "line "
                  + malformed.getLocation().getLineNr()
                  + ", column "
                  + malformed.getLocation().getColumnNr();
      throw new DataFileException(
          DataFault.of("data.invalid", name, place, malformed.getOriginalMessage()), malformed);
    }
    return JsonObject.of(name, "", root);
  }
}

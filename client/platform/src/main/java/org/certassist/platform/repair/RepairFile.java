package org.certassist.platform.repair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.certassist.core.repair.DoneRepair;
import org.certassist.core.repair.PcRepair;
import org.certassist.core.repair.RepairJournal;
import org.certassist.core.storage.PrivateFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The repairs that can be taken back, in a private JSON file: a list of `at` (milliseconds since
/// 1970), `repair` and `before`.
public final class RepairFile implements RepairJournal {
  /// Many times what our own takes.
  private static final int LARGEST = 256 << 10;

  private final JsonMapper mapper = JsonMapper.shared();
  private final Path file;

  /// An entry as it is written.
  private record Line(long at, String repair, List<String> before) {}

  /// @param file need not exist
  public RepairFile(Path file) {
    this.file = file;
  }

  /// What a newer version of this program has done is left out: it alone knows how to undo it.
  @Override
  public List<DoneRepair> all() throws IOException {
    return lines().stream().map(RepairFile::done).flatMap(Optional::stream).toList();
  }

  private List<JsonNode> lines() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
      throw new IOException("no list of repairs");
    }
    try {
      List<JsonNode> lines = new ArrayList<>();
      mapper.readTree(Files.readAllBytes(file)).forEach(lines::add);
      return lines;
    } catch (JacksonException damaged) {
      throw new IOException("the list of repairs is damaged", damaged);
    }
  }

  private static Optional<DoneRepair> done(JsonNode line) {
    List<String> before =
        StreamSupport.stream(line.path("before").spliterator(), false)
            .map(each -> each.asString(""))
            .toList();
    return PcRepair.of(line.path("repair").asString(""))
        .map(repair -> new DoneRepair(Instant.ofEpochMilli(at(line)), repair, before));
  }

  private static long at(JsonNode line) {
    return line.path("at").asLong(0);
  }

  /// What a newer version has done stays as it stands, in its place by its time.
  @Override
  public void write(List<DoneRepair> repairs) throws IOException {
    Stream<JsonNode> newer = lines().stream().filter(line -> done(line).isEmpty());
    Stream<JsonNode> ours =
        repairs.stream()
            .map(done -> new Line(done.at().toEpochMilli(), done.repair().word(), done.before()))
            .map(mapper::<JsonNode>valueToTree);
    List<JsonNode> lines =
        Stream.concat(newer, ours).sorted(Comparator.comparingLong(RepairFile::at)).toList();
    PrivateFiles.writeLines(file, List.of(mapper.writeValueAsString(lines)));
  }
}

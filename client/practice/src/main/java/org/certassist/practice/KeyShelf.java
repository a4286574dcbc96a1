package org.certassist.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.certassist.core.storage.PrivateFiles;
import org.certassist.practice.people.PracticeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `practice.json`: whose the practice keys are and which of them have been made. A key that is not
/// in it was not finished and is made anew.
record KeyShelf(Path file) {
  private static final int VERSION = 1;

  /// A key that was made.
  ///
  /// @param module the driver it was made through
  record Made(Path module, String serial, X509CertificateHolder certificate) {
    Made through(Path otherModule) {
      return new Made(otherModule, serial, certificate);
    }
  }

  Optional<Made> find(String name) throws IOException {
    JsonNode key = read().path("keys").path(name);
    try {
      return key.isObject()
          ? Optional.of(
              new Made(
                  Path.of(key.path("module").asString()),
                  key.path("serial").asString(),
                  new X509CertificateHolder(
                      Base64.getDecoder().decode(key.path("certificate").asString()))))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }

  void put(String name, Made made) throws IOException {
    ObjectNode root = read();
    keys(root)
        .putObject(name)
        .put("module", made.module().toString())
        .put("serial", made.serial())
        .put("certificate", Base64.getEncoder().encodeToString(made.certificate().getEncoded()));
    write(root);
  }

  void remove(String name) throws IOException {
    ObjectNode root = read();
    keys(root).remove(name);
    write(root);
  }

  /// Forgets every key.
  void clear() throws IOException {
    ObjectNode root = read();
    root.remove("keys");
    write(root);
  }

  private static ObjectNode keys(ObjectNode root) {
    return root.path("keys") instanceof ObjectNode keys ? keys : root.putObject("keys");
  }

  private ObjectNode read() throws IOException {
    if (Files.exists(file)) {
      try {
        if (JsonMapper.shared().readTree(Files.readAllBytes(file)) instanceof ObjectNode root
            && root.path("version").asInt(0) == VERSION) {
          return root;
        }
      } catch (JacksonException damaged) {
        // begun anew below: everything in it can be made again
      }
    }
    PracticeUnit unit = PracticeUnit.PRACTICE;
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("version", VERSION);
    root.putObject("unit")
        .put("name", unit.name())
        .put("creditCode", unit.creditCode())
        .put("socialInsuranceNumber", unit.socialInsuranceNumber())
        .put("type", "普通");
    return root;
  }

  private void write(ObjectNode root) throws IOException {
    PrivateFiles.write(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }
}

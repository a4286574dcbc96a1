package org.certassist.core.key;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.certassist.core.driver.PickedDriver;

/// A driver module to load: an entry of the catalogue on this PC, or one named with `--module`.
///
/// @param id the catalogue's id, [#NAMED] for one named by the user, or that of a [PickedDriver]
/// @param paths where it may lie, in order; the first that exists counts
/// @param variables environment variables passed on to the host; nothing else of the client's
///   environment is
/// @param arguments what it reads when it is initialised, as its maker wants it written; empty for
///   the many that read none
/// @param sm2 how it may sign with SM2, in order; the first whose mechanism the key has counts
public record Driver(
    String id,
    String product,
    Interface kind,
    List<Path> paths,
    Map<String, String> variables,
    String arguments,
    List<Sm2Way> sm2) {
  /// The id of a library that the user named with `--module` or to be tested.
  public static final String NAMED = "module";

  public Driver {
    paths = List.copyOf(paths);
    variables = Map.copyOf(variables);
    sm2 = List.copyOf(sm2);
  }

  /// A driver that reads no arguments.
  public Driver(
      String id,
      String product,
      Interface kind,
      List<Path> paths,
      Map<String, String> variables,
      List<Sm2Way> sm2) {
    this(id, product, kind, paths, variables, "", sm2);
  }

  /// A driver that reads no arguments and does not sign with SM2.
  public Driver(
      String id, String product, Interface kind, List<Path> paths, Map<String, String> variables) {
    this(id, product, kind, paths, variables, "", List.of());
  }

  /// Whether the user gave the file, so that its absence is news.
  public boolean isUsersChoice() {
    return isUsersChoice(id);
  }

  static boolean isUsersChoice(String id) {
    return id.equals(NAMED) || PickedDriver.isPicked(id);
  }

  /// How the module is spoken to.
  public enum Interface {
    PKCS11,
    /// The practice key in software: the path is its PKCS#12 file.
    SOFTKEY
  }
}

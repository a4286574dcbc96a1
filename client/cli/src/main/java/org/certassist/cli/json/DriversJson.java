package org.certassist.cli.json;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.certassist.core.detection.DriverOverview;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.PluggedKey;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.driver.UsbId;
import org.certassist.core.key.DriverReport;
import org.certassist.texts.Texts;
import org.jspecify.annotations.Nullable;

/// What `drivers --json` prints.
///
/// @param installation the one in progress, or that has just come to its end; null where there is
///   none
public record DriversJson(
    List<PluggedJson> plugged,
    List<KeysJson.DriverJson> drivers,
    List<RegisteredJson> registered,
    @Nullable InstallationJson installation) {
  /// @param product the catalogue's id, null for a device that it does not know
  /// @param driver the id of the driver that decided, where one did
  /// @param untried a file that an installer entered for it and that `drivers test` can test, where
  ///   no known driver serves it
  /// @param next what to do now, in the language of the run
  public record PluggedJson(
      String usb,
      String name,
      @Nullable String product,
      @Nullable String productName,
      String verdict,
      @Nullable String driver,
      @Nullable String untried,
      @Nullable String next) {
    static PluggedJson of(PluggedKey key, DriverOverview overview, Texts texts) {
      return new PluggedJson(
          key.device().id().toString(),
          key.device().name(),
          key.product().map(Product::id).orElse(null),
          key.product().map(Product::name).orElse(null),
          key.verdict().word(),
          key.driver().map(DriverReport::id).orElse(null),
          overview.untried(key).map(RegisteredModule::path).orElse(null),
          texts.keyVerdictNext(key).orElse(null));
    }
  }

  public record RegisteredJson(String path, String spoken, String by, List<String> devices) {
    static RegisteredJson of(RegisteredModule module) {
      return new RegisteredJson(
          module.path(),
          module.spoken().word(),
          module.by(),
          module.devices().stream().map(UsbId::toString).toList());
    }
  }

  /// @param product the catalogue's id
  public record InstallationJson(String product, List<StepJson> steps) {
    static InstallationJson of(Installation installation, Texts texts) {
      List<Installation.Step> steps = installation.route().steps();
      return new InstallationJson(
          installation.product(),
          IntStream.range(0, steps.size())
              .mapToObj(i -> StepJson.of(steps.get(i), i < installation.done(), texts))
              .toList());
    }
  }

  /// @param who you, administrator or program
  public record StepJson(String id, String who, boolean done, String words) {
    static StepJson of(Installation.Step step, boolean done, Texts texts) {
      return new StepJson(step.word(), step.who().word(), done, texts.installationStep(step));
    }
  }

  public static DriversJson of(
      DriverOverview overview, Optional<Installation> installation, Texts texts) {
    return new DriversJson(
        overview.plugged().stream().map(key -> PluggedJson.of(key, overview, texts)).toList(),
        overview.drivers().stream().map(KeysJson.DriverJson::of).toList(),
        overview.registered().stream().map(RegisteredJson::of).toList(),
        installation.map(one -> InstallationJson.of(one, texts)).orElse(null));
  }
}

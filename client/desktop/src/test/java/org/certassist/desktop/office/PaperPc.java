package org.certassist.desktop.office;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.certassist.core.detection.DetectDrivers;
import org.certassist.core.detection.InstallDriver;
import org.certassist.core.detection.Installation;
import org.certassist.core.detection.Installations;
import org.certassist.core.detection.TryDriver;
import org.certassist.core.driver.CatalogueUpdates;
import org.certassist.core.driver.PickedDriver;
import org.certassist.core.driver.PickedDrivers;
import org.certassist.core.driver.Product;
import org.certassist.core.driver.Products;
import org.certassist.core.driver.RegisteredModule;
import org.certassist.core.driver.UsbDevice;
import org.certassist.core.driver.UsbDevice.Role;
import org.certassist.core.driver.UsbId;
import org.certassist.core.fault.Fault;
import org.certassist.core.key.Driver;
import org.certassist.desktop.driver.DriverServices;

/// A PC with USB sockets, a driver catalogue, a registry and a power switch.
public final class PaperPc {
  public static final UsbId EPASS = new UsbId(0x096E, 0x0309);
  public static final UsbId GM3000 = new UsbId(0x055C, 0xDB08);
  public static final UsbId HUASHEN = new UsbId(0x1D99, 0x0001);
  public static final UsbId UNKNOWN = new UsbId(0x2B0F, 0x1001);

  private static final Products PRODUCTS =
      new Products(
          List.of(
              product("epass", "飞天 ePass3000GM", EPASS, "libes_3000gm.so"),
              product("gm3000", "龙脉 mToken GM3000", GM3000, "libgm3000.1.0.so"),
              new Product(
                  "huashen",
                  "华申 UKey",
                  List.of(),
                  List.of(HUASHEN),
                  List.of(),
                  List.of("SKF_APP.dll"),
                  List.of())));

  /// What the catalogue names for the ePass; nothing until a test says so.
  public final PaperInstaller installer = new PaperInstaller();

  private final PaperKeys keys;
  private final List<UsbDevice> plugged;
  private final List<RegisteredModule> registered = new CopyOnWriteArrayList<>();
  private final List<PickedDriver> picked = new CopyOnWriteArrayList<>();
  private volatile Optional<Installation> kept = Optional.empty();
  private volatile String run = "monday";

  /// @param plugged what is plugged in; to be changed from any thread
  PaperPc(PaperKeys keys, List<UsbDevice> plugged) {
    this.keys = keys;
    this.plugged = plugged;
  }

  private static Product product(String id, String name, UsbId usb, String skf) {
    return new Product(id, name, List.of(id), List.of(usb), List.of(), List.of(skf), List.of());
  }

  /// One of the catalogue's.
  public static Product product(String id) {
    return PRODUCTS.all().stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  public PaperPc plugIn(UsbId id, String name, Role... roles) {
    plugged.add(new UsbDevice(id, name, java.util.Set.of(roles)));
    return this;
  }

  public PaperPc pull(UsbId id) {
    plugged.removeIf(device -> device.id().equals(id));
    return this;
  }

  /// An installer has entered a driver into the registry.
  public PaperPc registering(
      String path, RegisteredModule.Spoken spoken, String by, UsbId... devices) {
    registered.add(new RegisteredModule(path, spoken, by, List.of(devices)));
    return this;
  }

  /// The PC is started once more; what is on its disk stays.
  public PaperPc restart() {
    run = "tuesday";
    return this;
  }

  /// An installation that was begun before.
  public PaperPc installing(Installation installation) {
    kept = Optional.of(installation);
    return this;
  }

  public Optional<Installation> installation() {
    return kept;
  }

  public List<PickedDriver> picked() {
    return List.copyOf(picked);
  }

  /// All that it can be.
  static Products products() {
    return PRODUCTS;
  }

  DetectDrivers detection() {
    return new DetectDrivers(
        PRODUCTS, () -> List.copyOf(plugged), () -> List.copyOf(registered), new Picked());
  }

  DriverServices services() {
    DetectDrivers detection = detection();
    return new DriverServices(
        detection,
        new InstallDriver(PRODUCTS, new Kept(), () -> Optional.of(run)),
        installer.running(),
        new TryDriver(keys, detection, new Picked(), PaperPc::named),
        new Picked(),
        new Catalogue());
  }

  private static Driver named(Path file) {
    return new Driver(
        Driver.NAMED,
        String.valueOf(file.getFileName()),
        Driver.Interface.PKCS11,
        List.of(file),
        Map.of());
  }

  private final class Kept implements Installations {
    @Override
    public Optional<Installation> inProgress() {
      return kept;
    }

    @Override
    public void keep(Installation installation) {
      kept = Optional.of(installation);
    }

    @Override
    public void forget() {
      kept = Optional.empty();
    }
  }

  private final class Picked implements PickedDrivers {
    @Override
    public List<PickedDriver> all() {
      return List.copyOf(picked);
    }

    @Override
    public PickedDriver remember(Path file, List<PickedDriver.Key> shown) {
      PickedDriver fresh =
          new PickedDriver(PickedDriver.id(picked.size() + 1), file, new ArrayList<>(shown));
      picked.addFirst(fresh);
      return fresh;
    }

    @Override
    public boolean forget(String id) {
      return picked.removeIf(each -> each.id().equals(id));
    }
  }

  private static final class Catalogue implements CatalogueUpdates {
    @Override
    public int edition() {
      return 3;
    }

    @Override
    public Optional<Fault> fault() {
      return Optional.empty();
    }

    @Override
    public int update(Path file) {
      throw new UnsupportedOperationException("the window updates no catalogue");
    }
  }
}

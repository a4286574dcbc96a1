package org.certassist.core.driver;

import java.util.List;

/// A kind of key that a maker sells, with everything by which it can be recognised.
///
/// @param drivers the ids of the catalogue's PKCS#11 drivers that serve it, the likeliest first;
///   none where no PKCS#11 driver for it was ever found
/// @param skf file names of its drivers with the SKF interface (GM/T 0016), on this system
/// @param csps how the names of its cryptographic service providers on Windows begin
/// @param from where its driver is to be had, the likeliest first; at least one
public record Product(
    String id,
    String name,
    List<String> drivers,
    List<UsbId> usb,
    List<Atr> atrs,
    List<String> skf,
    List<String> csps,
    List<DriverSource> from) {
  public Product {
    drivers = List.copyOf(drivers);
    usb = List.copyOf(usb);
    atrs = List.copyOf(atrs);
    skf = List.copyOf(skf);
    csps = List.copyOf(csps);
    from = List.copyOf(from);
  }

  /// One whose driver comes from the CA that issued the certificate.
  public Product(
      String id,
      String name,
      List<String> drivers,
      List<UsbId> usb,
      List<Atr> atrs,
      List<String> skf,
      List<String> csps) {
    this(id, name, drivers, usb, atrs, skf, csps, List.of(DriverSource.CA));
  }
}

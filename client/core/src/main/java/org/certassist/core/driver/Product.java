package org.certassist.core.driver;

import java.util.List;

/// A kind of key that a maker sells, with everything by which it can be recognised.
///
/// @param drivers the ids of the catalogue's PKCS#11 drivers that serve it, the likeliest first;
///   none where no PKCS#11 driver for it was ever found
/// @param skf file names of its drivers with the SKF interface (GM/T 0016), on this system
/// @param csps how the names of its cryptographic service providers on Windows begin
/// @param from where its driver is to be had, the likeliest first; at least one
/// @param others the ids of drivers for keys of many makers that may serve it, too: that one of
///   them shows no key says nothing of this one
/// @param number what stands for it where only digits go, 1 to [#LARGEST_NUMBER], never given to
///   another; [#NO_NUMBER] where the catalogue gives none
public record Product(
    String id,
    String name,
    List<String> drivers,
    List<UsbId> usb,
    List<Atr> atrs,
    List<String> skf,
    List<String> csps,
    List<DriverSource> from,
    List<String> others,
    int number) {
  public static final int NO_NUMBER = 0;

  /// Two digits of a phone code, whose last value is for what the catalogue does not know.
  public static final int LARGEST_NUMBER = 98;

  public Product {
    drivers = List.copyOf(drivers);
    usb = List.copyOf(usb);
    atrs = List.copyOf(atrs);
    skf = List.copyOf(skf);
    csps = List.copyOf(csps);
    from = List.copyOf(from);
    others = List.copyOf(others);
  }

  /// One that only drivers of its own serve.
  public Product(
      String id,
      String name,
      List<String> drivers,
      List<UsbId> usb,
      List<Atr> atrs,
      List<String> skf,
      List<String> csps,
      List<DriverSource> from) {
    this(id, name, drivers, usb, atrs, skf, csps, from, List.of(), NO_NUMBER);
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

package org.certassist.core.driver;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/// The kinds of keys that the catalogue knows, found by what a key, its driver or its installer
/// says of itself. No sign belongs to two of them.
public record Products(List<Product> all) {
  public Products {
    all = List.copyOf(all);
  }

  /// By the whole id: never by the vendor alone, whose chip others may use, too.
  public Optional<Product> byUsb(UsbId id) {
    return first(product -> product.usb().contains(id));
  }

  /// By a card's answer to reset, in hexadecimal.
  public Optional<Product> byAtr(String answer) {
    return first(product -> product.atrs().stream().anyMatch(atr -> atr.fits(answer)));
  }

  /// By the name of a cryptographic service provider.
  public Optional<Product> byCsp(String name) {
    return first(product -> product.csps().stream().anyMatch(name::startsWith));
  }

  /// By the file name of a driver with the SKF interface, as Windows compares names.
  public Optional<Product> bySkf(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return first(product ->
        product.skf().stream().anyMatch(each -> each.toLowerCase(Locale.ROOT).equals(name)));
  }

  /// By the number that stands for it in a phone code.
  public Optional<Product> byNumber(int number) {
    return first(product -> product.number() == number && number != Product.NO_NUMBER);
  }

  private Optional<Product> first(Predicate<Product> fits) {
    return all.stream().filter(fits).findFirst();
  }

  /// A number that two products have; empty where each has its own, or none.
  public OptionalInt sharedNumber() {
    Set<Integer> seen = new HashSet<>();
    return all.stream()
        .mapToInt(Product::number)
        .filter(number -> number != Product.NO_NUMBER && !seen.add(number))
        .findFirst();
  }

  /// A sign that two products have, with their ids; empty where each has its own.
  public Optional<String> sharedSign() {
    for (int i = 0; i < all.size(); i++) {
      for (Product other : all.subList(i + 1, all.size())) {
        Product one = all.get(i);
        Optional<String> shared = shared(one, other);
        if (shared.isPresent()) {
          return Optional.of(one.id() + ", " + other.id() + ": " + shared.get());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> shared(Product one, Product other) {
    Optional<String> usb =
        one.usb().stream().filter(other.usb()::contains).map(UsbId::toString).findFirst();
    Optional<String> atr =
        one.atrs().stream()
            .filter(each -> other.atrs().stream().anyMatch(each::meets))
            .map(Atr::hex)
            .findFirst();
    Optional<String> csp =
        one.csps().stream()
            .filter(each -> other.csps().stream().anyMatch(name -> meet(each, name)))
            .findFirst();
    Optional<String> skf =
        one.skf().stream()
            .filter(each -> other.skf().stream().anyMatch(each::equalsIgnoreCase))
            .findFirst();
    return usb.or(() -> atr).or(() -> csp).or(() -> skf);
  }

  private static boolean meet(String one, String other) {
    return one.startsWith(other) || other.startsWith(one);
  }
}

package dev.afterflow.cases;

import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Which of two versions of a message is newer: numbers and moments by value, anything else is newer because it came later. */
class Versions {

    private Versions() {
    }

    static boolean newer(String told, String known) {
        if (told.equals(known)) {
            return false;
        }
        if (number(told).isPresent() && number(known).isPresent()) {
            return number(told).get().compareTo(number(known).get()) > 0;
        }
        if (moment(told).isPresent() && moment(known).isPresent()) {
            return moment(told).get().isAfter(moment(known).get());
        }
        return true;
    }

    private static Optional<BigInteger> number(String version) {
        return version.matches("\\d{1,40}") ? Optional.of(new BigInteger(version)) : Optional.empty();
    }

    private static Optional<OffsetDateTime> moment(String version) {
        try {
            return Optional.of(OffsetDateTime.parse(version));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}

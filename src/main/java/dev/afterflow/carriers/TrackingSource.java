package dev.afterflow.carriers;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A service that knows where parcels are: told to follow one, asked for one, and heard when it pushes. */
interface TrackingSource {

    /** Its word in addresses and rows. */
    String code();

    /** Whether it can be asked about this carrier's parcels in this shop's name. */
    boolean serves(String shop, String carrier);

    /** Asks it to push this parcel's scans to the hook; asking again is known to it and changes nothing. */
    Answer follow(Parcel parcel, Hook hook);

    Answer ask(Parcel parcel);

    /** The name of a push that is genuine, the same each time it comes; empty when its signature does not hold. */
    Optional<String> genuine(String shop, Hook hook, Map<String, String> headers, byte[] body);

    Reading read(byte[] push, Instant received);

    /** What this service expects to hear when a push was taken. */
    String thanks();

    /** A parcel as it is asked for. */
    record Parcel(String shop, String carrier, String waybill, String phoneTail) {

        /** The circuit it is asked through. */
        String circuit(String source) {
            return source + "/" + carrier + "/" + shop;
        }
    }

    /** Where this shop's pushes of a service come in, and the salt they are signed with where it takes one. */
    record Hook(String url, String salt) {
    }

    /** DONE: it has what was asked, {@code reading} holds scans where there are any. REFUSED is final. LATER: unknown, try again. */
    enum Result { DONE, REFUSED, LATER }

    /** What came back; {@code code} is a stable word. */
    record Answer(Result result, String code, Integer status, Reading reading) {

        static Answer later(String code, Integer status) {
            return new Answer(Result.LATER, code, status, null);
        }

        static Answer refused(String code, Integer status) {
            return new Answer(Result.REFUSED, code, status, null);
        }
    }
}

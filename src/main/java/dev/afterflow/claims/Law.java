package dev.afterflow.claims;

import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Whose law a shop's parcels travel under. */
@Component
class Law {

    private static final String CHINA = "CN";
    /** A complaint to China's postal authority (12305) is heard within a year of posting. [B][L-12305-a] */
    private static final Period COMPLAINT = Period.ofYears(1);

    private final Shops shops;

    Law(Shops shops) {
        this.shops = shops;
    }

    String of(String shop) {
        return shops.find(shop).map(Shop::jurisdiction).orElseThrow(() -> Problem.notFound("shop"));
    }

    /** Until when 12305 hears of a parcel; null where it hears nothing of it, or nobody knows when it was posted. */
    Instant complainBy(String shop, Instant postedAt) {
        return postedAt == null || !CHINA.equals(of(shop)) ? null : postedAt.atOffset(ZoneOffset.UTC).plus(COMPLAINT).toInstant();
    }

    /** 422 where no postal authority of ours hears a complaint. */
    void demandComplaint(String shop) {
        if (!CHINA.equals(of(shop))) {
            throw Problem.invalid("nextStep", "elsewhere", "12305 只受理中国境内的寄递投诉，请选择其他处理方式",
                    "12305 hears complaints about mail in China only; choose another step");
        }
    }
}

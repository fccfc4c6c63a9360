package dev.afterflow.claims;

import dev.afterflow.money.Money;
import dev.afterflow.security.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A case of its own in a demo shop, and the door of the room. */
abstract class Counter {

    static final String SHOP = "lanting";

    @LocalServerPort
    int port;
    @Autowired
    Claims claims;
    @Autowired
    Manifest manifest;
    @Autowired
    Hearing hearing;
    @Autowired
    TransactionTemplate tx;
    @Autowired
    Clock clock;

    final String tag = UUID.randomUUID().toString().substring(0, 8);
    Visitor lin;
    String number;

    @BeforeEach
    void openACase() {
        lin = Visitor.as("lin", port);
        number = aCase();
    }

    String aCase() {
        return lin.send("POST", "/api/cases", "{\"shop\":\"lanting\",\"kind\":\"QUESTION\",\"reasonText\":\"包裹丢了\"}",
                "Idempotency-Key", UUID.randomUUID().toString()).json().path("number").asString();
    }

    String open(String waybill, Fault fault, long loss) {
        return tx.execute(status -> claims.open(asked(number, waybill, fault, loss)));
    }

    NewClaim asked(String caseNumber, String waybill, Fault fault, long loss) {
        return new NewClaim(caseNumber, SHOP, "sf", waybill, fault, cny(loss), null, cny(1_200), clock.instant().minus(Duration.ofDays(9)),
                clock.instant().minus(Duration.ofHours(1)));
    }

    static Money cny(long minor) {
        return new Money(minor, "CNY");
    }
}

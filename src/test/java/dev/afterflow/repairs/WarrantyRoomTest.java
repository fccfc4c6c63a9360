package dev.afterflow.repairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.security.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From when a warranty counts, who sets its terms, and whose risk goods on their way to us are. */
@RoomTest
class WarrantyRoomTest extends BayRoom {

    @BeforeAll
    void list() {
        bay.lists("R-1");
        bay.stock("R-1", 50);
    }

    @Test
    void aWarrantyFromInstallationCountsFromIt() {
        bay.lists("R-2");
        bay.tell("products", """
                {"productId":"R-2","title":"净水器","category":"大家电","class":"STANDARD","noReasonExcluded":false,"warrantyDays":365,
                 "warrantyFrom":"INSTALLATION","durable":true,"serials":[]}""");
        bay.delivered("C11", "R-2", 5_000, 400);
        String number = bay.asks("C11", "REPAIR", "漏水", 1, "OPEN");
        assertThat(bay.form("lin", number, "reviewRepair").path("cover").asString()).contains("保修外");
        bay.done("lin", number, "reviewRepair", Map.of("proof", "order", "wish", "repair", "installedOn", Bay.days(300).substring(0, 10)));

        assertThat(bay.as("lin").get("/api/cases/" + number + "/workshop").json().at("/repair/cover").asString()).isEqualTo("repair");
        assertThat(bay.row("select freight_payer from logistics.goods_return where shop_id = :shop and case_number = :key", number)).isEqualTo("seller");
    }

    @Test
    void goodsLostOnTheWayToUsAreOurRisk() {
        bay.delivered("C12", "R-1", 5_000, 100);
        String number = bay.asks("C12", "REPAIR", "充不进电", 1, "OPEN");
        bay.done("lin", number, "reviewRepair", Map.of("proof", "order", "wish", "repair"));
        bay.tell("parcels", """
                {"parcelId":"P-C12","version":"1","orderId":"C12","carrier":"sf","waybill":"BACKC12","sentAt":"%s","freight":{"minor":0,"currency":"CNY"}}"""
                .formatted(Bay.days(0)));
        bay.tell("tracking", "{\"eventId\":\"E-C12\",\"waybill\":\"BACKC12\",\"code\":\"EXCEPTION\",\"at\":\"%s\"}".formatted(Bay.days(0)));
        bay.until("traced", () -> bay.has("lin", number, "traceReturn"));
        bay.done("lin", number, "traceReturn", Map.of("trace", "lost", "note", "承运商确认丢失", "evidence", List.of(bay.attaches("lin", number))));
        assertThat(bay.form("lin", number, "chooseInstead").path("rightBasis").asString()).contains("丢失");
        bay.done("lin", number, "chooseInstead", Map.of("instead", "exchange"));
        bay.picked(number, "NEW-C12", 1, "R-1");
        bay.untilClosed(number, "REPLACED");
    }

    @Test
    void aManagerSetsTheWarrantyTermsAndTheHouseKnowsNoneByItself() {
        Visitor manager = bay.as("manager");
        String path = "/api/warranty-terms/" + bay.shop;
        assertThat(manager.get(path).json().at("/ELECTRONICS/wholeDays").asInt()).isZero();
        String terms = "{\"ELECTRONICS\":{\"wholeDays\":365,\"mainPartDays\":1095},\"SEALED\":{\"wholeDays\":0,\"mainPartDays\":0},"
                + "\"WORN\":{\"wholeDays\":0,\"mainPartDays\":0},\"OTHER\":{\"wholeDays\":%d,\"mainPartDays\":30}}";
        assertThat(manager.put(path, terms.formatted(31)).status()).as("main parts no shorter than the whole").isEqualTo(422);
        assertThat(manager.put(path, terms.formatted(0)).json().at("/ELECTRONICS/mainPartDays").asInt()).isEqualTo(1095);
        assertThat(bay.as("lin").put(path, terms.formatted(0)).status()).isEqualTo(403);
    }
}

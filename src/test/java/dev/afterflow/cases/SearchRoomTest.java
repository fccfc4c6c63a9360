package dev.afterflow.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.afterflow.RoomTest;
import dev.afterflow.intake.Intake;
import dev.afterflow.security.Shops;
import dev.afterflow.security.Visitor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The one box that finds what an agent has at hand, and the list narrowed by its address. */
@RoomTest
class SearchRoomTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @LocalServerPort
    int port;
    @Autowired
    Shops shops;
    @Autowired
    Intake intake;

    private ShopFloor shop;
    private Visitor lin;
    private String order;
    private String number;

    @BeforeEach
    void open() {
        shop = ShopFloor.open(shops, intake);
        lin = Visitor.as("lin", port);
        order = "SR" + shop.prefix + COUNT.incrementAndGet();
        shop.order(order, "buyer-" + order);
        ShopFloor.taken(shop.request("Q-" + order, "1", order, "REFUND_ONLY", "OPEN"));
        number = lin.get("/api/cases?q=" + order).json().at("/items/0/number").asString();
    }

    @Test
    void aCaseIsFoundByItsNumberItsOrderItsWaybillAndItsBuyer() {
        assertThat(first(number)).isEqualTo(number + " number");
        assertThat(first(number.toLowerCase(Locale.ROOT))).isEqualTo(number + " number");
        assertThat(first(order)).isEqualTo(number + " order");
        assertThat(first("SF" + order)).isEqualTo(number + " waybill");
        assertThat(first("buyer-" + order)).isEqualTo(number + " buyer");
    }

    @Test
    void theLastFourDigitsOfThePhoneFindTheOrderAndItsCaseWithTheBuyerMasked() {
        JsonNode found = lin.get("/api/search?q=1234").json();
        assertThat(found.path("orders").toString()).contains("\"by\":\"PHONE\"").doesNotContain("张三丰", "13800001234");
        assertThat(found.path("cases").toString()).contains("\"by\":\"phone\"", "张*");
        assertThat(lin.get("/api/cases?q=0001234&limit=200").body()).contains(number);
        assertThat(lin.get("/api/search?q=9999").json().path("orders").isEmpty()).isTrue();
    }

    @Test
    void nothingOfAForeignShopIsFoundByAnyName() {
        String login = "search-" + shop.id;
        assertThat(Visitor.as("admin", port).post("/api/people", """
                {"login":"%s","name":"外人","password":"a-long-desk-password","roles":["AGENT"],"shops":["verde"],
                 "teams":["returns-desk"],"everyShop":false,"dismissed":false}""".formatted(login)).status()).isEqualTo(201);
        Visitor stranger = Visitor.as(login, "a-long-desk-password", port);
        for (String words : new String[] {number, order, "SF" + order, "buyer-" + order, "1234", "张三"}) {
            JsonNode found = stranger.get("/api/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).json();
            assertThat(found.toString()).as(words).doesNotContain(number).doesNotContain(order);
        }
    }

    @Test
    void wordsThatAreTooShortAreToldSo() {
        assertThat(lin.get("/api/search?q=1").status()).isEqualTo(422);
        assertThat(lin.get("/api/search?q=%20%20").json().at("/errors/0/field").asString()).isEqualTo("q");
    }

    @Test
    void theListIsNarrowedByEveryWordOfItsAddress() {
        String base = "/api/cases?shop=" + shop.id;
        assertThat(lin.get(base + "&state=OPEN&kind=REFUND_ONLY&least=10000&most=20000&currency=CNY&priority=1").body()).contains(number);
        for (String narrower : new String[] {"&state=CLOSED", "&kind=REVIEW", "&least=12951", "&most=12949", "&least=1&currency=BRL",
            "&team=nobody", "&priority=999999", "&overdue=true", "&tag=NO_SUCH_TAG"}) {
            assertThat(lin.get(base + narrower).json().path("items").isEmpty()).as(narrower).isTrue();
        }
        assertThat(lin.get(base + "&kind=NONSENSE").status()).isEqualTo(400);
        assertThat(lin.get(base + "&least=-1").status()).isEqualTo(400);
    }

    private String first(String words) {
        JsonNode hit = lin.get("/api/search?q=" + words).json().at("/cases/0");
        return hit.path("number").asString() + " " + hit.path("by").asString();
    }
}

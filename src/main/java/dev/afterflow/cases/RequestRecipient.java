package dev.afterflow.cases;

import dev.afterflow.cases.Cases.NewCase;
import dev.afterflow.cases.RequestFields.Teller;
import dev.afterflow.intake.Fault;
import dev.afterflow.intake.Fields;
import dev.afterflow.intake.Letter;
import dev.afterflow.intake.Recipient;
import dev.afterflow.security.Problem;
import dev.afterflow.security.Shop;
import dev.afterflow.security.Shops;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Takes buyers' requests from marketplaces: new ones open or join a case, later versions change it. */
@Component
class RequestRecipient implements Recipient {

    private final RequestFields reader;
    private final RequestDesk desk;
    private final Shops shops;

    RequestRecipient(RequestFields reader, RequestDesk desk, Shops shops) {
        this.reader = reader;
        this.desk = desk;
        this.shops = shops;
    }

    @Override
    public String kind() {
        return "requests";
    }

    @Override
    public List<Fault> check(JsonNode row, Shop shop) {
        Fields fields = Fields.of(row);
        fields.text("requestId", 100);
        fields.text("version", 100);
        fields.instant("createdAt");
        fields.oneOf("status", RequestDesk.Status.class);
        PlatformWord.read(fields);
        reader.read(fields, shop, new Teller("", "", ""), true);
        return fields.faults();
    }

    @Override
    public void accept(List<Letter> letters) {
        RequestDesk.inSequence(letters).forEach(this::take);
    }

    private void take(Letter letter) {
        Shop shop = shops.find(letter.shop()).orElseThrow(() -> Problem.notFound("shop"));
        Fields fields = Fields.of(letter.body());
        Teller teller = new Teller(letter.source(), letter.externalId(), letter.version());
        NewCase told = reader.read(fields, shop, teller, true);
        RequestDesk.Status status = fields.oneOf("status", RequestDesk.Status.class);
        PlatformWord.read(fields).ifPresentOrElse(word -> desk.take(told, word), () -> desk.take(told, status, true));
    }
}

package dev.afterflow.care;

import dev.afterflow.connections.Partner;
import dev.afterflow.connections.SignedLine;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Where a shop's remarks go at its marketplace: tried by asking for a remark nobody wrote. */
@Component
class MarketplacePartner extends Partner.Signed {

    MarketplacePartner(HttpRemarkFlag marketplace) {
        super(marketplace.line(), new Names("平台插旗备注", "Marketplace remarks", "平台", "marketplace", "https://gateway.example.com/afterflow"),
                "/memos/FLAG-TEST");
    }

    @Override
    protected boolean isWell(SignedLine.Heard heard) {
        return heard.isTaken() || heard.isWhole() && heard.status() == HttpStatus.NOT_FOUND.value();
    }
}

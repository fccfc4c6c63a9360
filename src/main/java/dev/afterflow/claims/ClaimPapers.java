package dev.afterflow.claims;

import dev.afterflow.carriers.Papers;
import dev.afterflow.cases.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands the frozen papers of a filing to whoever carries it to the carrier; bytes that are no longer those are not handed out. */
@Component
class ClaimPapers implements Papers {

    private final JdbcFilings filings;
    private final Manifest manifest;
    private final Evidence evidence;

    ClaimPapers(JdbcFilings filings, Manifest manifest, Evidence evidence) {
        this.filings = filings;
        this.manifest = manifest;
        this.evidence = evidence;
    }

    /** An appeal brings everything again, since another desk reads it; a supplement only what is new. */
    @Override
    @Transactional(readOnly = true)
    public List<Paper> of(String number) {
        return filings.find(number).map(filing -> manifest.of(filing.claimNo()).stream()
                .filter(paper -> filing.kind() == JdbcFilings.Kind.SUPPLEMENT ? paper.filing() == filing.n() : paper.filing() <= filing.n())
                .map(this::copy).toList()).orElse(List.of());
    }

    private Paper copy(Manifest.Paper frozen) {
        byte[] bytes = frozen.snapshot() != null ? frozen.snapshot().getBytes(StandardCharsets.UTF_8) : evidence.content(frozen.evidenceId());
        if (!Manifest.hex(bytes).equals(frozen.sha256())) {
            throw new IllegalStateException("The file " + frozen.evidenceId() + " is not the one that was frozen");
        }
        return new Paper(frozen.name(), frozen.mediaType(), bytes, frozen.sha256());
    }
}

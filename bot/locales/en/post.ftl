## Messages que le robot ne peut pas lire, et ce qui ne se dit pas devant tout le monde.

unread-file = I cannot read files. Write in your own words what you need, and where.
unread-voice = I cannot listen to voice messages. Write in your own words what you need, and where.
unread-picture = I cannot see pictures. Write in your own words what you need, and where.
unread-sealed = I could not decrypt your message. Please write it again. If this happens again, close this conversation and open a new one with me.
unread-other = I only read written words. Write what you need, and where.
in-private = This is personal, and others read along here. Write to me in private.
agents-only = This command is for State officers who have the right to use it. For anything else, write me your question.

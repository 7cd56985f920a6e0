"""The demonstration site: a small true organisation, example releases and two staff accounts.

The words are data, in `content/`; the modules beside it load them. Loading adds what is missing and leaves
what is there, so that whatever staff have edited stays.
"""
